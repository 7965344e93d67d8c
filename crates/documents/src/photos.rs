//! Photos of children: made small, upright, and free of everything a camera writes into a file (place, time, device).

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};
use std::io::Cursor;

/// The largest file that is looked at.
pub const MOST_INPUT_BYTES: usize = 25 * 1024 * 1024;
/// The most pixels that are unpacked.
pub const MOST_PIXELS: u64 = 64_000_000;
/// The most memory that unpacking may take: [`MOST_PIXELS`] at four bytes each.
const MOST_UNPACKED_BYTES: u64 = MOST_PIXELS * 4;
/// The largest photo that is kept.
pub const MOST_KEPT_BYTES: usize = 200 * 1024;
/// The longest side of a kept photo.
pub const LONGEST_SIDE: u32 = 1200;
/// The longest side of the picture of a paper: 300 dots an inch on a sheet of A4 are hardly more.
pub const SCAN_SIDE: u32 = 3000;
/// The longest side of its thumbnail.
pub const THUMBNAIL_SIDE: u32 = 160;

/// A photo as it is kept: a JPEG without any metadata, upright, of at most [`MOST_KEPT_BYTES`].
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// The JPEG file.
    pub jpeg: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// A small JPEG for lists.
    pub thumbnail: Vec<u8>,
}

impl std::fmt::Debug for Photo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Photo").field("width", &self.width).field("height", &self.height).finish_non_exhaustive()
    }
}

/// Why a photo was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The content is neither JPEG nor PNG, whatever the file is called.
    #[error("not a JPEG or PNG picture")]
    NotAPicture,
    /// The file is too large to be looked at.
    #[error("the file has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Bytes of the file.
        bytes: usize,
        /// [`MOST_INPUT_BYTES`].
        limit: usize,
    },
    /// The picture would take too much memory; told from its header, before anything is unpacked.
    #[error("the picture has {pixels} pixels, the limit is {limit}")]
    TooManyPixels {
        /// Pixels the header announces.
        pixels: u64,
        /// [`MOST_PIXELS`].
        limit: u64,
    },
    /// It begins as a picture and cannot be read to its end.
    #[error("the picture is damaged")]
    Damaged,
    /// Nothing is drawn on it.
    #[error("the picture is blank")]
    Blank,
}

/// Reads a JPEG or PNG (told by its content), turns it upright as its camera noted, shrinks it, and writes it anew, so that nothing
/// but the picture remains. Transparent parts become white.
///
/// # Errors
/// Every [`PhotoError`]; sizes are checked before the picture is unpacked.
pub fn prepare_photo(bytes: &[u8]) -> Result<Photo, PhotoError> {
    let picture = upright(bytes, LONGEST_SIDE)?;
    let thumbnail = encode(&shrunk(picture.clone(), THUMBNAIL_SIDE), 75)?;
    let (jpeg, width, height) = fitted(picture)?;
    Ok(Photo { jpeg, width, height, thumbnail })
}

/// The picture of a paper: as [`prepare_photo`], but large enough that small print stays readable. Gives a JPEG.
///
/// # Errors
/// As [`prepare_photo`].
pub fn prepare_scan(bytes: &[u8]) -> Result<Vec<u8>, PhotoError> {
    encode(&upright(bytes, SCAN_SIDE)?, 88)
}

/// A mark drawn on the screen: read, made small, and written anew as a PNG in greys on white.
///
/// # Errors
/// As [`prepare_photo`], and [`PhotoError::Blank`] when nothing is drawn.
pub fn prepare_mark(bytes: &[u8]) -> Result<Vec<u8>, PhotoError> {
    let grey = upright(bytes, LONGEST_SIDE)?.into_luma8();
    let first = grey.as_raw().first().copied();
    if grey.as_raw().iter().all(|shade| Some(*shade) == first) {
        return Err(PhotoError::Blank);
    }
    let mut png = Cursor::new(Vec::new());
    grey.write_to(&mut png, ImageFormat::Png).map_err(|_| PhotoError::Damaged)?;
    Ok(png.into_inner())
}

/// The picture in a file: checked, upright, on white, no side longer than `side`.
fn upright(bytes: &[u8], side: u32) -> Result<DynamicImage, PhotoError> {
    if bytes.len() > MOST_INPUT_BYTES {
        return Err(PhotoError::TooLarge { bytes: bytes.len(), limit: MOST_INPUT_BYTES });
    }
    let format = sniff(bytes).ok_or(PhotoError::NotAPicture)?;
    if format == ImageFormat::Jpeg && !jpeg_is_whole(bytes) {
        return Err(PhotoError::Damaged);
    }
    let mut decoder =
        ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(|_| PhotoError::Damaged)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || decoder.total_bytes() > MOST_UNPACKED_BYTES {
        return Err(PhotoError::TooManyPixels { pixels, limit: MOST_PIXELS });
    }
    // A camera's note that cannot be read must not cost the photo.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let unpacked = DynamicImage::from_decoder(decoder).map_err(|_| PhotoError::Damaged)?;
    let mut picture = DynamicImage::ImageRgb8(on_white(&shrunk(unpacked, side)));
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// What the file is by its first bytes; its name says nothing.
fn sniff(bytes: &[u8]) -> Option<ImageFormat> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(ImageFormat::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(ImageFormat::Png)
    } else {
        None
    }
}

/// Whether a JPEG has its end. The decoder fills what is missing with grey; half a face must not be kept as a whole one.
/// A thumbnail in the camera's notes has an end of its own, so the notes are stepped over.
fn jpeg_is_whole(bytes: &[u8]) -> bool {
    const SCAN: u8 = 0xDA;
    let mut at = 2;
    loop {
        match bytes.get(at..).unwrap_or_default() {
            // Filling between segments.
            [0xFF, 0xFF, ..] => at += 1,
            // In the picture's own data 0xFF is always followed by zero, so this is the end mark.
            [0xFF, SCAN, scan @ ..] => return scan.windows(2).any(|pair| pair == [0xFF, 0xD9]),
            [0xFF, _, high, low, ..] => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
            _ => return false,
        }
    }
}

/// The picture with no side longer than `side`; small ones stay as they are.
fn shrunk(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side {
        picture
    } else {
        picture.resize(side, side, FilterType::CatmullRom)
    }
}

/// JPEG knows no transparency: what shines through is white paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let layered = picture.to_rgba8();
    let mut flat = RgbImage::new(layered.width(), layered.height());
    for (to, from) in flat.pixels_mut().zip(layered.pixels()) {
        let [r, g, b, alpha] = from.0.map(u32::from);
        // The result is a weighted mean of two bytes, so it is a byte.
        to.0 = [r, g, b].map(|c| u8::try_from((c * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255));
    }
    flat
}

/// Lowers quality first, then size, until the file is small enough. A picture of 150 pixels always is.
fn fitted(mut picture: DynamicImage) -> Result<(Vec<u8>, u32, u32), PhotoError> {
    loop {
        for quality in [85, 76, 66, 56] {
            let jpeg = encode(&picture, quality)?;
            if jpeg.len() <= MOST_KEPT_BYTES {
                return Ok((jpeg, picture.width(), picture.height()));
            }
        }
        let side = picture.width().max(picture.height()) * 4 / 5;
        picture = picture.resize(side, side, FilterType::CatmullRom);
    }
}

fn encode(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>, PhotoError> {
    let mut jpeg = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality)).map_err(|_| PhotoError::Damaged)?;
    Ok(jpeg)
}
