/** Grey images and their labels: image i fills pixels[i * width * height ...], values 0 to maximum. */
export interface DataSet {
  readonly pixels: Uint8Array
  readonly labels: Uint8Array
  readonly count: number
  readonly width: number
  readonly height: number
  readonly maximum: number
  /** The first `training` images are for training, the rest for testing. */
  readonly training: number
}
