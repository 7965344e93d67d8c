//! Burmese names: some words of one syllable or two, none of them the family's, written apart or in one; before them a word of respect by age
//! and sex (U, Ko, Maung; Daw, Ma), which one writer puts and another does not.

use super::words::Word;
use crate::fold::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The words of names, in both scripts.
pub(super) const WORDS: &str = include_str!("burmese.txt");

static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let spellings = |line: &'static str| line.split(['|', ' ']).map(fold).filter(|word| !word.is_empty());
    WORDS.lines().filter(|line| !line.starts_with('#')).flat_map(spellings).collect()
});

/// Words of respect, as folded. Those of the second list are words of names as well: they stay before themselves (Ko Ko, Ma Ma).
const RESPECT: &[&str] = &["u", "daw", "ဦး", "ဒေါ်"];
const ALSO_NAMES: &[&str] =
    &["ko", "ma", "maung", "mg", "saw", "naw", "sai", "nang", "nai", "ကို", "မ", "မောင်", "စော", "နော်", "စိုင်း", "နန်း"];

/// Whether a folded word is one that Burmese names are made of.
pub(crate) fn is_known(word: &str) -> bool {
    KNOWN.contains(word) || ALSO_NAMES.contains(&word)
}

/// The words of a Burmese name: what is written in one is taken apart where all of it are words of names, and words of respect are left out.
pub(crate) fn words(written: Vec<Word>) -> Vec<Word> {
    let mut words: Vec<Word> = written.into_iter().flat_map(apart).collect();
    if let [first, next, ..] = words.as_slice()
        && (RESPECT.contains(&first.text.as_str())
            || ALSO_NAMES.contains(&first.text.as_str()) && first.text != next.text)
    {
        words.remove(0);
    }
    words
}

fn apart(word: Word) -> Vec<Word> {
    if KNOWN.contains(&word.text) {
        return vec![word];
    }
    let letters: Vec<char> = word.text.chars().collect();
    let pieces = pieces(&letters);
    if pieces.len() < 2 {
        return vec![word];
    }
    pieces.iter().filter_map(|piece| Word::new(piece)).collect()
}

/// The fewest known words that the letters are made of altogether; none if something is left.
fn pieces(letters: &[char]) -> Vec<String> {
    /// Nobody shall make the program slow.
    const LONGEST: usize = 36;
    if letters.len() > LONGEST {
        return Vec::new();
    }
    // The fewest pieces up to each place, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; letters.len() + 1];
    if let Some(start) = best.first_mut() {
        *start = Some((0, 0));
    }
    for end in 1..=letters.len() {
        for start in end.saturating_sub(12)..end {
            let Some(Some((count, _))) = best.get(start).copied() else { continue };
            let piece: String = letters.get(start..end).unwrap_or_default().iter().collect();
            // One letter of Latin is no word of a name here.
            let fits = (end - start > 1 || !piece.is_ascii()) && is_known(&piece);
            if fits
                && best.get(end).is_some_and(|there| there.is_none_or(|(fewest, _)| count + 1 < fewest))
                && let Some(place) = best.get_mut(end)
            {
                *place = Some((count + 1, start));
            }
        }
    }
    let mut found = Vec::new();
    let mut end = letters.len();
    while end > 0 {
        let Some(Some((_, start))) = best.get(end).copied() else { return Vec::new() };
        found.push(letters.get(start..end).unwrap_or_default().iter().collect());
        end = start;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::names::words::split;

    fn of(name: &str) -> Vec<String> {
        words(split(name).words).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_written_in_one_are_taken_apart_and_others_stay() {
        assert_eq!(of("Aungkyawthan"), ["aung", "kyaw", "than"]);
        assert_eq!(of("KoAungHtun").len(), 2);
        assert_eq!(of("အောင်ကျော်သန့်"), of("အောင် ကျော် သန့်"));
        assert_eq!(of("Sanda"), ["sanda"]);
        assert_eq!(of("Mohammed"), ["mohammed"]);
        assert_eq!(of("မိုဟာမက်").len(), 1);
    }

    #[test]
    fn words_of_respect_are_left_out_where_a_name_remains() {
        assert_eq!(of("U Aung Min"), ["aung", "min"]);
        assert_eq!(of("ဒေါ် ခင် စု"), of("ခင် စု"));
        assert_eq!(of("Ko Ko Aung"), ["ko", "ko", "aung"]);
        assert_eq!(of("Maung Zaw"), ["zaw"]);
        assert_eq!(of("Daw"), ["daw"]);
    }
}
