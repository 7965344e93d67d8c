#![allow(clippy::unwrap_used)]
use super::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const DOCX: &str = r#"<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const XLSX: &str = r#"<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn pdf(inside: &str) -> Vec<u8> {
    format!("%PDF-1.4\n1 0 obj\n<< /Type /Catalog {inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n").into_bytes()
}

fn paper(bytes: &[u8]) -> Result<Media, AttachmentError> {
    read_paper(bytes, "txt").map(|paper| paper.media)
}

#[test]
fn documents_are_known_by_their_content_under_any_name() {
    for (bytes, media) in [
        (pdf(""), Media::Pdf),
        (zipped(&[("[Content_Types].xml", DOCX), ("word/document.xml", "<w/>")]), Media::Docx),
        (zipped(&[("[Content_Types].xml", XLSX), ("xl/workbook.xml", "<w/>")]), Media::Xlsx),
        (zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")]), Media::Odt),
        ("ملاحظة عن الطفل\n".as_bytes().to_vec(), Media::Text),
    ] {
        assert_eq!(paper(&bytes), Ok(media));
        assert_eq!(recognise(&bytes), Some(media));
    }
}

#[test]
fn documents_with_macros_or_programs_or_parts_from_elsewhere_are_refused() {
    let enabled = DOCX.replace("document.main", "document.macroEnabled.main");
    let elsewhere = r#"<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>"#;
    for parts in [
        vec![("[Content_Types].xml", DOCX), ("word/vbaProject.bin", "x")],
        vec![("[Content_Types].xml", enabled.as_str())],
        vec![("[Content_Types].xml", DOCX), ("word/embeddings/oleObject1.bin", "x")],
        vec![("[Content_Types].xml", DOCX), ("word\\ActiveX\\activeX1.xml", "x"), ("word/activeX/a.xml", "x")],
        vec![("[Content_Types].xml", XLSX), ("xl/macrosheets/sheet1.xml", "x")],
        vec![("[Content_Types].xml", DOCX), ("word/_rels/settings.xml.rels", elsewhere)],
        vec![("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x")],
        vec![("mimetype", "application/vnd.oasis.opendocument.text"), ("Scripts/python/a.py", "x")],
    ] {
        assert_eq!(paper(&zipped(&parts)), Err(AttachmentError::Active), "{parts:?}");
        assert_eq!(recognise(&zipped(&parts)), None);
    }
}

#[test]
fn links_to_click_and_the_writer_s_own_template_are_no_reason_to_refuse() {
    let links = r#"<Relationships><Relationship Id="a" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/><Relationship Id="b" Type="x/attachedTemplate" Target="file:///C:/Users/a/Normal.dotm" TargetMode="External"/></Relationships>"#;
    let document = zipped(&[("[Content_Types].xml", DOCX), ("word/_rels/document.xml.rels", links)]);
    assert_eq!(paper(&document), Ok(Media::Docx));
}

#[test]
fn a_pdf_that_acts_is_refused_however_its_names_are_spelled_and_packed() {
    for inside in
        ["/OpenAction << /S /JavaScript >>", "/S /J#61vaScript", "/S/Launch", "/Names << /EmbeddedFiles 2 0 R >>"]
    {
        assert_eq!(paper(&pdf(inside)), Err(AttachmentError::Active), "{inside}");
    }
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(b"3 0 << /S /JavaScript /JS (app.alert) >>").unwrap();
    let packed = packer.finish().unwrap();
    let around = |kind: &str| {
        let start = format!("%PDF-1.5\n2 0 obj\n<< /Type /{kind} /Filter /FlateDecode >>\nstream\r\n").into_bytes();
        [start, packed.clone(), b"\nendstream\nendobj\n%%EOF".to_vec()].concat()
    };
    assert_eq!(paper(&around("ObjStm")), Err(AttachmentError::Active));
    assert_eq!(paper(&around("XObject")), Ok(Media::Pdf), "what lies in pictures is no name");
}

#[test]
fn a_locked_or_cut_document_is_refused_as_such() {
    assert_eq!(paper(&pdf("/Encrypt 9 0 R")), Err(AttachmentError::Locked));
    assert_eq!(paper(b"%PDF-1.4\n1 0 obj"), Err(AttachmentError::Damaged));
    let whole = zipped(&[("[Content_Types].xml", DOCX)]);
    assert_eq!(paper(&whole[..whole.len() / 2]), Err(AttachmentError::Damaged));
    let manifest = "<manifest:encryption-data/>";
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", manifest)];
    assert_eq!(paper(&zipped(&odt)), Err(AttachmentError::Locked));
}

#[test]
fn programs_scripts_and_archives_are_refused_under_any_name() {
    let tar = [vec![b'a'; 257], b"ustar\0".to_vec(), vec![0; 300]].concat();
    for (bytes, why) in [
        (b"MZ\x90\0\x03".to_vec(), AttachmentError::Program),
        (b"\x7fELF\x02".to_vec(), AttachmentError::Program),
        (b"#!/bin/sh\nrm".to_vec(), AttachmentError::Program),
        (b"  <script>alert(1)</script>".to_vec(), AttachmentError::Program),
        (b"@echo off\r\nformat".to_vec(), AttachmentError::Program),
        (zipped(&[("a.txt", "words")]), AttachmentError::Archive),
        (b"Rar!\x1a\x07\x01\0".to_vec(), AttachmentError::Archive),
        (b"7z\xbc\xaf\x27\x1c".to_vec(), AttachmentError::Archive),
        (tar, AttachmentError::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), AttachmentError::OtherKind),
        (Vec::new(), AttachmentError::OtherKind),
        (b"one\0two".to_vec(), AttachmentError::OtherKind),
    ] {
        assert_eq!(paper(&bytes), Err(why), "{:?}", bytes.get(..8));
    }
}

#[test]
fn plain_text_needs_its_ending_and_comes_out_as_utf8() {
    assert_eq!(read_paper(b"del *.*", "bat"), Err(AttachmentError::Program));
    assert_eq!(read_paper(b"words", "xyz"), Err(AttachmentError::OtherKind));
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("naïve ملاحظة".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read_paper(&wide, "TXT").unwrap().bytes, "naïve ملاحظة".as_bytes());
}

#[test]
fn sounds_are_known_by_how_they_are_built() {
    let wav = [b"RIFF\x24\0\0\0WAVEfmt ".as_slice(), &[0; 24]].concat();
    let ogg = [b"OggS\0\x02".as_slice(), &[0; 22], b"OpusHead\x01"].concat();
    // 128 kbit/s at 44.1 kHz: a frame has 417 bytes.
    let frame = [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat();
    let mp3 = [frame.clone(), frame.clone()].concat();
    let tagged = [b"ID3\x03\0\0\0\0\0\x05".as_slice(), &[1; 5], &mp3].concat();
    let m4a = [b"\0\0\0\x18ftypM4A \0\0\0\0".as_slice(), b"....hdlr....soun....mp4a"].concat();
    let webm = [&[0x1A, 0x45, 0xDF, 0xA3][..], b"\x42\x82\x84webm.....A_OPUS"].concat();
    for (bytes, media) in [
        (wav, Media::Wav),
        (ogg, Media::Ogg),
        (mp3, Media::Mp3),
        (tagged, Media::Mp3),
        (m4a.clone(), Media::M4a),
        (webm.clone(), Media::Webm),
    ] {
        assert_eq!(read_sound(&bytes), Ok(media));
        assert_eq!(recognise(&bytes), Some(media));
    }
    for other in [[webm, b"V_VP9".to_vec()].concat(), [m4a, b"vmhd".to_vec()].concat(), frame, b"ID3".to_vec(), pdf("")]
    {
        assert_eq!(read_sound(&other), Err(AttachmentError::NotASound));
    }
    assert_eq!(read_sound(b"MZ\x90\0"), Err(AttachmentError::Program));
}

#[test]
fn what_is_too_large_is_refused_before_it_is_looked_at() {
    let huge = vec![b'a'; MOST_BYTES + 1];
    assert_eq!(paper(&huge), Err(AttachmentError::TooLarge { bytes: MOST_BYTES + 1 }));
    assert_eq!(read_sound(&huge), Err(AttachmentError::TooLarge { bytes: MOST_BYTES + 1 }));
}
