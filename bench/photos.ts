/** Real photos for measuring: from Debian's packages of wallpapers and of sample pictures, fetched once by apt and unpacked. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

const packages = [
  'lomiri-wallpapers-16.04',
  'lomiri-wallpapers-20.04',
  'mate-backgrounds',
  'plasma-workspace-wallpapers',
  'lxqt-themes',
  'palapeli-data',
  'opencv-doc',
  'python3-skimage',
]

/** Wallpapers that are photographs; drawings and gradients are left out. Large, so each gives four photos without a common pixel. */
const wallpapers = [
  'usr/share/backgrounds/*_by_{Sander_Klootwijk,Bolly,freespace,Jakkub_Mede,Aitzol_Berasategi,Clements_Engelhardt,Lukas_Baubkus}.jpg',
  'usr/share/backgrounds/{free,greentock}_by_Peter_Nerlich.jpg',
  'usr/share/backgrounds/mate/nature/*.jpg',
  'usr/share/wallpapers/{BytheWater,ColorfulCups,EveningGlow,FallenLeaf,Path,Kite,OneStandsOut,Canopee,DarkestHour,FlyingKonqui}/contents/images/1280x1024.jpg',
  'usr/share/wallpapers/ColorfulCups/contents/images/2560x1600.jpg',
  'usr/share/lxqt/wallpapers/{fog,this-is-not-windows,after-the-rain,Butterfly*}.jpg',
]
/** Scenes and things as people photograph them. */
const samples = [
  'usr/share/palapeli/collection/*.jpg',
  'usr/share/doc/opencv-doc/examples/data/{aero1,aero3,aloeL,apple,baboon,basketball1,board,box,box_in_scene,building,butterfly,chicky_512,ela_modified,fruits,graf1,graf3,home,leuvenA,leuvenB,licenseplate_motion,messi5,orange,rubberwhale1,squirrel_cls,stuff,sudoku}.{jpg,png}',
  'usr/share/doc/opencv-doc/examples/**/scenetext*.jpg',
  'usr/lib/python3/dist-packages/skimage/data/{astronaut,camera,chelsea,coffee,coins,motorcycle_left,rocket}.{png,jpg}',
]

export interface BenchPhoto {
  name: string
  jpeg: Buffer
}

export const benchPhotos = async (): Promise<BenchPhoto[]> => {
  const folder = process.env.LOA_PHOTOS ?? fetchPackages()
  const find = (patterns: string[]) =>
    [...new Set(patterns.flatMap((pattern) => globSync(join(folder, '*', pattern))))].sort()
  const photos: BenchPhoto[] = []
  for (const path of find(wallpapers)) {
    const whole = await sharp(path)
      .rotate()
      .flatten()
      .resize({ width: 3200, height: 2400, fit: 'inside', withoutEnlargement: true })
      .toBuffer({ resolveWithObject: true })
    const [width, height] = [whole.info.width >> 1, whole.info.height >> 1]
    for (const [left, top] of [
      [0, 0],
      [width, 0],
      [0, height],
      [width, height],
    ] as const)
      photos.push({
        name: `${path} ${left},${top}`,
        jpeg: await sharp(whole.data).extract({ left, top, width, height }).jpeg({ quality: 92 }).toBuffer(),
      })
  }
  for (const path of find(samples))
    photos.push({ name: path, jpeg: await sharp(path).flatten().jpeg({ quality: 92 }).toBuffer() })
  return photos
}

const fetchPackages = (): string => {
  const folder = join(tmpdir(), 'loa-bench-photos')
  mkdirSync(folder, { recursive: true })
  const missing = packages.filter((name) => !existsSync(join(folder, name)))
  if (missing.length === 0) return folder
  if (spawnSync('apt-get', ['--version']).status !== 0)
    throw new Error(
      `no apt-get here: unpack ${packages.join(', ')} somewhere and name the folder in LOA_PHOTOS`,
    )
  const asked = spawnSync('apt-get', ['download', ...missing], { cwd: folder, encoding: 'utf8' })
  if (asked.status !== 0)
    throw new Error(
      `apt-get could not fetch the photos (run apt-get update first): ${asked.stderr.trim().split('\n').at(-1)}`,
    )
  for (const name of missing) {
    const archive = readdirSync(folder).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'))
    const unpacked = archive && spawnSync('dpkg-deb', ['-x', archive, name], { cwd: folder })
    if ((unpacked ? unpacked.status : 1) !== 0) throw new Error(`${name} could not be unpacked`)
  }
  return folder
}
