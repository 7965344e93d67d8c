//! Photos as cameras and people bring them. All pictures are drawn here.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use amparo_documents::photos::{LONGEST_SIDE, MOST_INPUT_BYTES, MOST_KEPT_BYTES, THUMBNAIL_SIDE};
use amparo_documents::{Photo, PhotoError, prepare_photo};
use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

fn file(picture: &image::DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Left half red, right half blue.
fn halves(width: u32, height: u32) -> image::DynamicImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 10, 10]) } else { Rgb([10, 10, 220]) }).into()
}

/// A picture that no compression makes small.
fn noise(width: u32, height: u32) -> image::DynamicImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    })
    .into()
}

/// The JPEG with a camera's note put in: which way up, and where it was taken (as text, to be looked for afterwards).
fn with_note(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut note = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    note.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    note.extend(b"GPS 36.19 44.01 PHONE OF SELAM");
    let length = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
    let (start, rest) = jpeg.split_at(2);
    [start, &[0xFF, 0xE1], &length, &note, rest].concat()
}

fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().to_rgb8()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_large_photo_is_made_small_with_its_proportions() {
    let photo = prepare_photo(&file(&halves(2400, 1600), ImageFormat::Jpeg)).unwrap();
    assert_eq!((photo.width, photo.height), (LONGEST_SIDE, 800));
    assert!(photo.jpeg.len() <= MOST_KEPT_BYTES);
    assert_eq!(decoded(&photo.jpeg).dimensions(), (LONGEST_SIDE, 800));
    let small = decoded(&photo.thumbnail);
    assert_eq!(small.width(), THUMBNAIL_SIDE);
    assert!(photo.thumbnail.len() < 20_000);
}

#[test]
fn a_small_photo_is_not_blown_up() {
    let photo = prepare_photo(&file(&halves(60, 40), ImageFormat::Png)).unwrap();
    assert_eq!((photo.width, photo.height), (60, 40));
    assert_eq!(decoded(&photo.thumbnail).dimensions(), (60, 40));
}

#[test]
fn even_a_picture_that_hardly_shrinks_fits_the_limit() {
    let Photo { jpeg, width, .. } = prepare_photo(&file(&noise(1400, 1400), ImageFormat::Png)).unwrap();
    assert!(jpeg.len() <= MOST_KEPT_BYTES, "{}", jpeg.len());
    assert!(width < LONGEST_SIDE && width > 300);
}

#[test]
fn a_photo_taken_sideways_stands_upright_and_its_notes_are_gone() {
    let taken = with_note(&file(&halves(400, 200), ImageFormat::Jpeg), 6);
    assert!(holds(&taken, b"SELAM"));
    let photo = prepare_photo(&taken).unwrap();
    assert_eq!((photo.width, photo.height), (200, 400));
    let upright = decoded(&photo.jpeg);
    assert!(upright.get_pixel(100, 20).0[0] > 150, "what was left is on top");
    assert!(upright.get_pixel(100, 380).0[2] > 150);
    for bytes in [&photo.jpeg, &photo.thumbnail] {
        assert!(!holds(bytes, b"SELAM") && !holds(bytes, b"Exif"));
    }
}

#[test]
fn what_shines_through_is_white() {
    let clear = RgbaImage::from_pixel(50, 50, Rgba([0, 0, 0, 0]));
    let photo = prepare_photo(&file(&clear.into(), ImageFormat::Png)).unwrap();
    assert!(decoded(&photo.jpeg).pixels().all(|p| p.0.iter().all(|c| *c > 250)));
}

#[test]
fn what_is_no_picture_is_refused_whatever_its_name() {
    for bytes in [&b""[..], b"hello", b"GIF89a\x01\0\x01\0", b"%PDF-1.7", b"<svg xmlns='x'/>", b"RIFF\0\0\0\0WEBPVP8 "]
    {
        assert_eq!(prepare_photo(bytes), Err(PhotoError::NotAPicture));
    }
}

#[test]
fn a_file_of_40_megabytes_is_refused_before_it_is_looked_at() {
    let bytes = 40 * 1024 * 1024;
    assert_eq!(prepare_photo(&vec![0xFF; bytes]), Err(PhotoError::TooLarge { bytes, limit: MOST_INPUT_BYTES }));
}

#[test]
fn a_small_file_that_announces_a_huge_picture_is_refused_before_it_is_unpacked() {
    // The height and width of a JPEG stand five bytes into its frame header.
    let mut jpeg = file(&halves(64, 64), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg.splice(frame + 5..frame + 9, [0xEA, 0x60, 0xEA, 0x60]);
    assert!(matches!(prepare_photo(&jpeg), Err(PhotoError::TooManyPixels { pixels: 3_600_000_000, .. })));
}

#[test]
fn a_damaged_picture_is_refused() {
    let png = file(&noise(80, 80), ImageFormat::Png);
    let (half, _) = png.split_at(png.len() / 2);
    assert_eq!(prepare_photo(half), Err(PhotoError::Damaged));
    let jpeg = file(&noise(80, 80), ImageFormat::Jpeg);
    let (cut, _) = jpeg.split_at(jpeg.len() - 800);
    assert_eq!(prepare_photo(cut), Err(PhotoError::Damaged));
    let (headers, _) = jpeg.split_at(120);
    assert_eq!(prepare_photo(headers), Err(PhotoError::Damaged));
    assert_eq!(prepare_photo(&[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]), Err(PhotoError::Damaged));
}
