/**
 * The camera with the picture of last time over it, so that the next is taken from the same spot. Loaded when it is opened
 * for the first time; plain DOM, as a piece that is loaded later may not lean on the script inside the page.
 */
export interface CameraWords {
  title: string
  opening: string
  ready: string
  refused: string
  shoot: string
  ghost: string
  phone: string
  close: string
}

/** `onPhone`: the phone's own camera instead, called within the tap. */
export const openCamera = (
  last: Blob,
  words: CameraWords,
  { onPhoto, onPhone }: { onPhoto: (photo: File) => void; onPhone: () => void },
): void => {
  const url = URL.createObjectURL(last)
  const video = made('video', { muted: true, playsInline: true, autoplay: true })
  const ghost = made('img', { src: url, alt: words.ghost })
  const view = made('div', { className: 'camera-view' }, video, ghost)
  const said = made('p', { role: 'status', textContent: words.opening })
  const shoot = made('button', {
    type: 'button',
    className: 'main-button',
    textContent: words.shoot,
    disabled: true,
  })
  const overlay = made('button', {
    type: 'button',
    className: 'button',
    textContent: words.ghost,
    ariaPressed: 'true',
  })
  const phone = made('button', { type: 'button', className: 'button', textContent: words.phone })
  const close = made('button', { type: 'button', className: 'button', textContent: words.close })
  const acts = made('div', { className: 'job-acts' }, overlay, phone, close)
  const dialog = made('dialog', { className: 'camera', ariaLabel: words.title }, view, said, shoot, acts)
  let stream: MediaStream | null = null

  const end = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    URL.revokeObjectURL(url)
    dialog.remove()
  }
  dialog.addEventListener('close', end)
  close.addEventListener('click', () => dialog.close())
  phone.addEventListener('click', () => {
    dialog.close()
    onPhone()
  })
  overlay.addEventListener('click', () => {
    ghost.hidden = !ghost.hidden
    overlay.ariaPressed = String(!ghost.hidden)
  })
  shoot.addEventListener('click', async () => {
    shoot.disabled = true
    const photo = await pictureOf(video)
    dialog.close()
    if (photo) onPhoto(photo)
  })
  document.body.append(dialog)
  dialog.showModal()

  navigator.mediaDevices
    .getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 2048 }, height: { ideal: 1536 } },
    })
    .then(async (opened) => {
      stream = opened
      if (!dialog.open) return end()
      video.srcObject = opened
      await video.play()
      said.textContent = words.ready
      shoot.disabled = false
      shoot.focus()
    })
    .catch(() => {
      // Not allowed, none there, or taken by another app: the phone's own camera remains.
      view.hidden = true
      shoot.hidden = true
      overlay.hidden = true
      said.textContent = words.refused
      phone.focus()
    })
}

const pictureOf = async (video: HTMLVideoElement): Promise<File | null> => {
  const canvas = made('canvas', { width: video.videoWidth, height: video.videoHeight })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob && new File([blob], 'camera.jpg', { type: 'image/jpeg' })
}

const made = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Partial<HTMLElementTagNameMap[K]>,
  ...parts: HTMLElement[]
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(name), given)
  element.append(...parts)
  return element
}
