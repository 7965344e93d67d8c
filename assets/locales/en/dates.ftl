## Month names. Arabic has two sets to choose from; the other languages repeat theirs.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-egyptian-1 = January
month-egyptian-2 = February
month-egyptian-3 = March
month-egyptian-4 = April
month-egyptian-5 = May
month-egyptian-6 = June
month-egyptian-7 = July
month-egyptian-8 = August
month-egyptian-9 = September
month-egyptian-10 = October
month-egyptian-11 = November
month-egyptian-12 = December

## Other spellings that people type, separated by commas; never shown

month-also-1 = Jan
month-also-2 = Feb
month-also-3 = Mar
month-also-4 = Apr
month-also-5 = May
month-also-6 = Jun
month-also-7 = Jul
month-also-8 = Aug
month-also-9 = Sept
month-also-10 = Oct
month-also-11 = Nov
month-also-12 = Dec

## Dates and moments

date-full = { $day ->
    *[other] { $day } { $month } { $year }
}
date-month = { $month } { $year }
moment-today = today { $time }
moment-yesterday = yesterday { $time }
moment-on = { $date }, { $time }
today = Today

## The three boxes of a date

day = Day
month = Month
year = Year
date-hint = For example 5 March 2014. Leave out what is not known.
date-hint-exact = For example 5 March 2014
date-estimated = This date is an estimate
estimated = estimated
date-not-a-day = This day does not exist. Check the day and the month.
date-not-a-month = Write the month as a number from 1 to 12 or as a name.
date-not-a-year = Write the year with four digits.
date-needs-year = Add the year. If you only know part of the date, the year is enough.
date-needs-month = Add the month, or clear the day.

## Ages and waiting times

age-years = { $count ->
     [one] { $count } year
    *[other] { $count } years
}
age-months = { $count ->
     [one] { $count } month
    *[other] { $count } months
}
count-days = { $count ->
     [one] { $count } day
    *[other] { $count } days
}
count-seconds = { $count ->
     [one] { $count } second
    *[other] { $count } seconds
}
count-minutes = { $count ->
     [one] { $count } minute
    *[other] { $count } minutes
}
count-hours = { $count ->
     [one] { $count } hour
    *[other] { $count } hours
}
date-needs-all = Write the day, the month and the year.
month-hijri-1 = Muharram
month-hijri-2 = Safar
month-hijri-3 = Rabi I
month-hijri-4 = Rabi II
month-hijri-5 = Jumada I
month-hijri-6 = Jumada II
month-hijri-7 = Rajab
month-hijri-8 = Sha’ban
month-hijri-9 = Ramadan
month-hijri-10 = Shawwal
month-hijri-11 = Dhu al-Qa’da
month-hijri-12 = Dhu al-Hijja
date-beside = { $date } ({ $hijri })
date-hijri = { $day } { $month } { $year }
digits = Digits
digits-western = Western: 0 1 2 3
digits-eastern = Eastern Arabic: ٠ ١ ٢ ٣
calendar-hijri = Show Hijri dates beside
calendar-hijri-help = The same day in the Umm al-Qura calendar, in brackets. Dates are always kept as Gregorian.
