## The page of the locked program. It names no office and no person.

sign-in-title = Sign in
sign-in-name = Your sign-in name
sign-in-password = Password
sign-in-button = Sign in
sign-in-wrong = Name or password is not right.
sign-in-wait = { $seconds ->
     [one] Wait { $seconds } second, then try again.
    *[other] Wait { $seconds } seconds, then try again.
}
sign-in-opening = Opening the office
sign-in-forgotten = Forgotten your password? The supervisor keeps the recovery sheet, which gives you a new one.
sign-in-recovery = Open with the recovery sheet
sign-in-other-office = Open another office
sign-in-new-office = New office
sign-in-sample = Open the sample office
sign-in-sample-hint = Sample office. Sign in as { $name } with the password { $password }.
password-show = Show the password
password-hide = Hide the password
caps-lock-on = Caps Lock is on.

## First sign-in with a one-time password

new-password-title = Choose your own password
new-password-why = The password you were given works once. From now on only you know yours.
password-old = Present password
password-new = New password
password-repeat = New password again
password-change = Change my password
password-changed = Your password is changed.

## Locked and idle

locked-title = Locked
locked-text = Your drafts are kept, sealed. Sign in to go on.
idle-title = Are you still there?
idle-text = Press any key to stay signed in.
hidden-title = The screen is hidden
hidden-text = Press F9 to go back to work.

## Recovery

recovery-title = Open with the recovery sheet
recovery-words = The words on the recovery sheet
recovery-words-hint = 24 words, in their order, with a space between them
recovery-words-wrong = These words do not open this office. Check each word and the order.
recovery-written-down = This opening is written into the office’s log for everyone to see.

## More words of the threshold

sign-in-name-missing = Write the sign-in name.
sample-title = People of the sample office
recovery-words-count = { $count ->
     [one] The sheet has 24 words; you have typed { $count }.
    *[other] The sheet has 24 words; you have typed { $count }.
}
recovery-login-help = Whose password is to be set anew
recovery-go = Open and set the password

## The recovery words

recovery-word-unknown = Word { $number } is not one of the words that such a sheet can have. Check its spelling.

## The sample office

sample-take = Fill in

## Between a lock and the new program
ending-title = Locked
ending-text = The backup is being made. The two boxes come as soon as it is done.
ending-working = Making the backup
