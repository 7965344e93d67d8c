//! The tag row of a place list: which column tells what.

use super::{Finding, FindingKind, PlacesError};

/// The columns of one level, country or administrative.
#[derive(Debug)]
pub(super) struct LevelColumns {
    pub(super) level: u8,
    pub(super) code: usize,
    /// Language and column; the plain name (English) first.
    pub(super) names: Vec<(String, usize)>,
    pub(super) kind: Option<usize>,
}

impl LevelColumns {
    /// The tag of this level with an attribute, as `#adm2+code`.
    pub(super) fn tag(&self, attribute: &str) -> String {
        tag(self.level, attribute)
    }
}

fn tag(level: u8, attribute: &str) -> String {
    if level == 0 { format!("#country+{attribute}") } else { format!("#adm{level}+{attribute}") }
}

/// What one tagged cell says.
struct Tag {
    level: u8,
    says: Says,
}

enum Says {
    Code,
    Kind,
    Name(Option<String>),
}

/// Reads `#adm3+name+ar-lb`. `None` for cells that are no tags and for tags that tell nothing about places.
fn read_tag(cell: &str) -> Option<Tag> {
    let squeezed: String = cell.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let mut pieces = squeezed.strip_prefix('#')?.split('+');
    let level = match pieces.next()? {
        "country" | "adm0" => 0,
        "adm1" => 1,
        "adm2" => 2,
        "adm3" => 3,
        "adm4" => 4,
        "adm5" => 5,
        _ => return None,
    };
    let attributes: Vec<&str> = pieces.collect();
    let says = if attributes.contains(&"code") {
        Says::Code
    } else if attributes.contains(&"type") {
        Says::Kind
    } else if attributes.contains(&"name") {
        let locale = attributes.iter().find(|attribute| **attribute != "name");
        Says::Name(locale.map(|locale| (*locale).to_owned()))
    } else {
        return None;
    };
    Some(Tag { level, says })
}

/// The columns told by a row, when it is the tag row. Levels rise.
pub(super) fn read_tag_row<'a>(
    cells: impl Iterator<Item = &'a str>,
    line: usize,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<LevelColumns>>, PlacesError> {
    let mut codes: [Option<usize>; 6] = [None; 6];
    let mut kinds: [Option<usize>; 6] = [None; 6];
    let mut names: [Vec<(String, usize)>; 6] = std::array::from_fn(|_| Vec::new());
    let mut found = false;
    for (column, cell) in cells.enumerate() {
        let Some(Tag { level, says }) = read_tag(cell) else {
            continue;
        };
        found = true;
        let at = usize::from(level);
        let mut note = |kind, attribute: &str| findings.push(Finding { kind, line, tag: tag(level, attribute) });
        match says {
            Says::Code | Says::Kind => {
                let (columns, attribute) = match says {
                    Says::Code => (&mut codes, "code"),
                    _ => (&mut kinds, "type"),
                };
                match columns.get_mut(at) {
                    Some(free @ None) => *free = Some(column),
                    _ => note(FindingKind::RepeatedColumn, attribute),
                }
            }
            Says::Name(locale) => {
                let attribute = locale.as_ref().map_or("name".to_owned(), |locale| {
                    // A tag is no personal data, but it may be any length.
                    format!("name+{}", locale.chars().take(20).collect::<String>())
                });
                let Some(language) = locale.map_or(Some("en".to_owned()), |locale| language_of(&locale)) else {
                    note(FindingKind::UnknownLanguage, &attribute);
                    continue;
                };
                match names.get_mut(at) {
                    Some(known) if known.iter().all(|(other, _)| *other != language) => {
                        // The plain name goes first: it is the one a place cannot be without.
                        let place = if attribute == "name" { 0 } else { known.len() };
                        known.insert(place, (language, column));
                    }
                    _ => note(FindingKind::RepeatedColumn, &attribute),
                }
            }
        }
    }
    if !found {
        return Ok(None);
    }
    let mut levels = Vec::new();
    for (level, ((code, names), kind)) in (0..=5).zip(codes.into_iter().zip(names).zip(kinds)) {
        match (code, names.is_empty()) {
            (Some(code), false) => levels.push(LevelColumns { level, code, names, kind }),
            (Some(_), true) => {
                return Err(PlacesError::MissingColumn { tag: tag(level, "name") });
            }
            (None, false) => {
                return Err(PlacesError::MissingColumn { tag: tag(level, "code") });
            }
            (None, true) => {}
        }
    }
    Ok((!levels.is_empty()).then_some(levels))
}

/// The language a locale serves: `ar` of `ar-lb`, `fr` of `i_fr` (the HXL way). `None` when it is not a known language with an
/// optional script and region.
fn language_of(locale: &str) -> Option<String> {
    let plain = locale.strip_prefix("i_").unwrap_or(locale).replace('_', "-");
    let mut pieces = plain.split('-');
    let language = pieces.next()?;
    let known = LANGUAGES.split_ascii_whitespace().any(|known| known == language);
    let rest_is_sound = pieces.all(|piece| {
        let letters = piece.chars().all(|c| c.is_ascii_alphabetic());
        matches!((piece.len(), letters), (2 | 4, true))
            || (piece.len() == 3 && piece.chars().all(|c| c.is_ascii_digit()))
    });
    (known && rest_is_sound).then(|| language.to_owned())
}

/// ISO 639-1, and three-letter languages that place lists of emergencies use.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk \
    kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or \
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty \
    ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ckb kmr prs rhg din nus bem ssw swc swh swb fuv fuf wol mos tet bik ceb fil pap kri men";
