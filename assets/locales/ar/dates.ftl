## Month names. Arabic has two sets to choose from; the other languages repeat theirs.

month-1 = كانون الثاني
month-2 = شباط
month-3 = آذار
month-4 = نيسان
month-5 = أيار
month-6 = حزيران
month-7 = تموز
month-8 = آب
month-9 = أيلول
month-10 = تشرين الأول
month-11 = تشرين الثاني
month-12 = كانون الأول
month-egyptian-1 = يناير
month-egyptian-2 = فبراير
month-egyptian-3 = مارس
month-egyptian-4 = أبريل
month-egyptian-5 = مايو
month-egyptian-6 = يونيو
month-egyptian-7 = يوليو
month-egyptian-8 = أغسطس
month-egyptian-9 = سبتمبر
month-egyptian-10 = أكتوبر
month-egyptian-11 = نوفمبر
month-egyptian-12 = ديسمبر

## Other spellings that people type, separated by commas; never shown

month-also-1 = جانفي، كانون ثاني، ينار
month-also-2 = فيفري، شباط
month-also-3 = مارس، اذار
month-also-4 = أفريل، ابريل
month-also-5 = ماي، ايار
month-also-6 = جوان، يونية، يونيه
month-also-7 = جويلية، يوليوز، يولية، يوليه
month-also-8 = أوت، غشت، اب
month-also-9 = شتنبر، ايلول
month-also-10 = تشرين اول، اكتوبر
month-also-11 = تشرين ثاني، نونبر
month-also-12 = كانون اول، دجنبر

## Dates and moments

date-full = { $day ->
    *[other] { $day } { $month } { $year }
}
date-month = { $month } { $year }
moment-today = اليوم { $time }
moment-yesterday = أمس { $time }
moment-on = { $date }، { $time }
today = اليوم

## The three boxes of a date

day = اليوم
month = الشهر
year = السنة
date-hint = مثلا 5 آذار 2014. اترك ما لا تعرفه فارغًا.
date-hint-exact = مثلا 5 آذار 2014
date-estimated = هذا التاريخ تقديري
estimated = تقديري
date-not-a-day = هذا اليوم غير موجود. راجع اليوم والشهر.
date-not-a-month = اكتب الشهر رقمًا من 1 إلى 12 أو اكتب اسمه.
date-not-a-year = اكتب السنة بأربعة أرقام.
date-needs-year = أضف السنة. إذا كنت تعرف جزءًا من التاريخ فقط فالسنة تكفي.
date-needs-month = أضف الشهر أو امسح اليوم.

## Ages and waiting times

age-years = { $count ->
     [zero] أقل من سنة
     [one] سنة واحدة
     [two] سنتان
     [few] { $count } سنوات
     [many] { $count } سنة
    *[other] { $count } سنة
}
age-months = { $count ->
     [zero] أقل من شهر
     [one] شهر واحد
     [two] شهران
     [few] { $count } أشهر
     [many] { $count } شهرًا
    *[other] { $count } شهر
}
count-days = { $count ->
     [zero] أقل من يوم
     [one] يوم واحد
     [two] يومان
     [few] { $count } أيام
     [many] { $count } يومًا
    *[other] { $count } يوم
}
count-seconds = { $count ->
     [zero] أقل من ثانية
     [one] ثانية واحدة
     [two] ثانيتان
     [few] { $count } ثوان
     [many] { $count } ثانية
    *[other] { $count } ثانية
}
count-minutes = { $count ->
     [zero] أقل من دقيقة
     [one] دقيقة واحدة
     [two] دقيقتان
     [few] { $count } دقائق
     [many] { $count } دقيقة
    *[other] { $count } دقيقة
}
count-hours = { $count ->
     [zero] أقل من ساعة
     [one] ساعة واحدة
     [two] ساعتان
     [few] { $count } ساعات
     [many] { $count } ساعة
    *[other] { $count } ساعة
}
date-needs-all = اكتب اليوم والشهر والسنة.
month-hijri-1 = محرم
month-hijri-2 = صفر
month-hijri-3 = ربيع الأول
month-hijri-4 = ربيع الآخر
month-hijri-5 = جمادى الأولى
month-hijri-6 = جمادى الآخرة
month-hijri-7 = رجب
month-hijri-8 = شعبان
month-hijri-9 = رمضان
month-hijri-10 = شوال
month-hijri-11 = ذو القعدة
month-hijri-12 = ذو الحجة
date-beside = { $date } ({ $hijri })
date-hijri = { $day } { $month } { $year } هـ
digits = الأرقام
digits-western = غربية: 0 1 2 3
digits-eastern = عربية مشرقية: ٠ ١ ٢ ٣
calendar-hijri = إظهار التاريخ الهجري بجانب الميلادي
calendar-hijri-help = اليوم نفسه في تقويم أم القرى بين قوسين. تُحفظ التواريخ دائمًا بالميلادي.
