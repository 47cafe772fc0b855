/** Keys that sign, and what is signed with them. */
export const signaturesProblems = {
  vi: {
    'signing-key.missing': {
      what: 'Chưa có tệp chữ ký số nào được đặt.',
      now: 'Người ký đặt tệp ở trang Tài khoản; của cơ quan thì văn thư đặt ở trang Chữ ký số của cơ quan.',
    },
    'signing-key.wrong-password': {
      what: 'Mật khẩu không mở được tệp chữ ký số.',
      now: 'Gõ lại mật khẩu mà nơi cấp chứng thư đã giao kèm tệp.',
    },
    'signing-key.not-a-key-file': {
      what: 'Tệp không phải tệp chữ ký số (.p12, .pfx).',
      now: 'Chọn đúng tệp mà nơi cấp chứng thư đã giao.',
    },
    'signing-key.no-key': {
      what: 'Tệp chỉ có chứng thư, không có khóa để ký.',
      now: 'Xuất lại tệp kèm khóa bí mật, hoặc xin nơi cấp chứng thư tệp đầy đủ.',
    },
    'signing-key.kind-of-key': {
      what: 'Loại khóa trong tệp không dùng để ký văn bản được.',
      now: 'Xin chứng thư loại RSA hoặc ECDSA.',
    },
    'signing-key.expired': {
      what: 'Chứng thư số đã hết hạn.',
      now: 'Xin chứng thư mới rồi đặt tệp mới ở trang Tài khoản hoặc Chữ ký số của cơ quan.',
    },
    'signing-key.not-yet-valid': {
      what: 'Chứng thư số chưa đến ngày có hiệu lực.',
      now: 'Chờ đến ngày ghi trên chứng thư, hoặc kiểm tra đồng hồ của máy chủ.',
    },
    'signing-key.not-a-picture': {
      what: 'Ảnh chữ ký hoặc con dấu không phải ảnh PNG mở được.',
      now: 'Lưu ảnh dạng PNG nền trong suốt, tối đa 1 MB, rồi chọn lại.',
    },
    'signing-key.wrong-pin': {
      what: 'Mã PIN không đúng, văn bản chưa được ký.',
      now: 'Gõ lại mã PIN. Sai ba lần liền thì chữ ký bị khóa 15 phút.',
    },
    'signing-key.locked': {
      what: 'Chữ ký số đang bị khóa vì sai mã PIN ba lần liền.',
      now: 'Chờ hết 15 phút rồi gõ lại; quên mã thì đặt lại tệp chữ ký số.',
    },
    'signing-key.unreadable': {
      what: 'Tệp chữ ký số đã lưu không mở được nữa.',
      now: 'Đặt lại tệp chữ ký số rồi ký.',
    },
    'signing-key.place-off': {
      what: 'Máy chủ này không còn nối với nơi giữ khóa đã chọn.',
      now: 'Người quản trị đặt lại LOA_PKCS11_MODULE hoặc LOA_CSC_URL; hoặc chọn cách ký khác.',
    },
    'signing-key.token-missing': {
      what: 'Không thấy thiết bị ký hoặc khóa trong đó.',
      now: 'Cắm lại thiết bị (token, HSM) vào máy chủ rồi thử lại.',
    },
    'signing-key.token-program': {
      what: 'Máy chủ thiếu chương trình pkcs11-tool (gói opensc) để dùng thiết bị ký.',
      now: 'Người quản trị cài gói opensc rồi thử lại.',
    },
    'signing-key.pin-locked': {
      what: 'Thiết bị hoặc dịch vụ đã khóa mã PIN vì gõ sai nhiều lần.',
      now: 'Mở khóa theo hướng dẫn của nơi cấp chứng thư.',
    },
    'signing-key.remote-unreachable': {
      what: 'Dịch vụ ký từ xa không trả lời, văn bản chưa được ký.',
      now: 'Thử lại sau ít phút; vẫn không được thì báo người quản trị.',
    },
    'signing-key.remote-refused': {
      what: 'Dịch vụ ký từ xa không nhận yêu cầu.',
      now: 'Kiểm tra mã người dùng và chứng thư ở dịch vụ, hoặc hỏi nơi cấp.',
    },
    'signature.missing': {
      what: 'Văn bản chưa đủ chữ ký số nên chưa ban hành được.',
      now: 'Chờ người ký ký số, rồi văn thư đóng dấu số.',
    },
    'signature.not-the-signer': {
      what: 'Văn bản này do người khác ký.',
      now: 'Chỉ người đã ký văn bản mới ký số được; chờ người đó.',
    },
    'timestamp.unreachable': {
      what: 'Dịch vụ dấu thời gian không trả lời, văn bản chưa được ký.',
      now: 'Thử lại sau ít phút; vẫn không được thì báo người quản trị.',
    },
    'timestamp.required': {
      what: 'Ở đây chữ ký phải có dấu thời gian.',
      now: 'Thử lại sau ít phút; vẫn không được thì báo người quản trị.',
    },
  },
  en: {
    'signing-key.missing': {
      what: 'No signing key has been set.',
      now: 'The signer sets it on the account page; that of the body is set by the clerk.',
    },
    'signing-key.wrong-password': {
      what: 'The password does not open the key file.',
      now: 'Type the password that the authority gave along with the file.',
    },
    'signing-key.not-a-key-file': {
      what: 'The file is no key file (.p12, .pfx).',
      now: 'Choose the file that the authority gave.',
    },
    'signing-key.no-key': {
      what: 'The file has a certificate only, and no key that signs.',
      now: 'Export it again with its private key, or ask the authority for the whole file.',
    },
    'signing-key.kind-of-key': {
      what: 'The kind of key in the file cannot sign documents.',
      now: 'Ask for a certificate with RSA or ECDSA.',
    },
    'signing-key.expired': {
      what: 'The certificate has expired.',
      now: 'Ask for a new one and set its file on the account page, or on that of the body.',
    },
    'signing-key.not-yet-valid': {
      what: 'The certificate is not valid yet.',
      now: 'Wait for its first day, or check the clock of the server.',
    },
    'signing-key.not-a-picture': {
      what: 'The picture of the signature or seal is no PNG that can be opened.',
      now: 'Save it as a PNG with a transparent ground, at most 1 MB, and choose it again.',
    },
    'signing-key.wrong-pin': {
      what: 'The PIN is wrong; nothing was signed.',
      now: 'Type it again. Three wrong ones in a row lock the key for 15 minutes.',
    },
    'signing-key.locked': {
      what: 'The key is locked after three wrong PINs in a row.',
      now: 'Wait 15 minutes and type it again; if it is forgotten, set the key file anew.',
    },
    'signing-key.unreadable': {
      what: 'The key file that was kept can no longer be opened.',
      now: 'Set the key file anew, then sign.',
    },
    'signing-key.place-off': {
      what: 'This server is no longer connected to where the chosen key lies.',
      now: 'The administrator sets LOA_PKCS11_MODULE or LOA_CSC_URL again; or choose another way to sign.',
    },
    'signing-key.token-missing': {
      what: 'The token or the key in it is not there.',
      now: 'Plug the token or HSM into the server again and retry.',
    },
    'signing-key.token-program': {
      what: 'The server lacks the program pkcs11-tool (package opensc) for tokens.',
      now: 'The administrator installs opensc; then try again.',
    },
    'signing-key.pin-locked': {
      what: 'The token or service has locked the PIN after too many wrong ones.',
      now: 'Unlock it as its issuer says.',
    },
    'signing-key.remote-unreachable': {
      what: 'The signing service does not answer; nothing was signed.',
      now: 'Try again in some minutes; if it stays so, tell the administrator.',
    },
    'signing-key.remote-refused': {
      what: 'The signing service refused the request.',
      now: 'Check user and certificate at the service, or ask its provider.',
    },
    'signature.missing': {
      what: 'The dispatch lacks a digital signature and cannot be issued yet.',
      now: 'Wait for the signer to sign, then for the clerk to seal.',
    },
    'signature.not-the-signer': {
      what: 'Somebody else signs this dispatch.',
      now: 'Only the person who signed it can sign its pages; wait for them.',
    },
    'timestamp.unreachable': {
      what: 'The timestamp authority does not answer; nothing was signed.',
      now: 'Try again in a few minutes, then tell the administrator.',
    },
    'timestamp.required': {
      what: 'Signatures here need a timestamp.',
      now: 'Try again in a few minutes, then tell the administrator.',
    },
  },
}
