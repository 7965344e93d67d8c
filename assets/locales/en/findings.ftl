## What to look at in a form. The name is the finding's code with hyphens.

finding-missing = Answer this question.
finding-wrong-type = This answer does not fit the question. Clear it and answer again.
finding-wrong-option = This answer is not in the list any more. Choose another one.
finding-too-long = Write at most { $max } characters.
finding-too-small = Write a number of at least { $min }.
finding-too-large = Write a number of at most { $max }.
finding-in-future = This date is after today. Check the year.
finding-before = This date is before the one in "{ $field }". Check both.
finding-not-offered = This answer is not offered with the other answers given. Choose again.
finding-not-among = This is not among the answers to "{ $field }". Check both.
finding-age-disagrees = The age does not agree with "{ $field }". Check both.
finding-bad-character = There is a character here that can not be kept. Write the text again.

## What to look at in a list of places

place-finding-blank-cell = A code or name is blank. The places of this row from here down were left out.
place-finding-blank-translation = A translated name or a type is blank. The place was kept without it.
place-finding-too-long = A code or name is too long. The places of this row from here down were left out.
place-finding-unknown-language = The language of this column is not known. The column was left out.
place-finding-repeated-column = An earlier column says the same. This one was left out.

## More about answers in a form

finding-missing-choice = Choose an answer.
finding-missing-date = Write the date. If only the year is known, the year is enough.
finding-missing-place = Choose a place.
finding-not-a-number = Write a whole number in digits.
finding-at = { $field } – { $said }
