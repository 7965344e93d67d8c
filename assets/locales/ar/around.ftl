## Flags

flag-word = تنبيه
flag-add = وضع تنبيه
flag-title = { $count ->
    [one] وضع تنبيه على هذا السجل
    [two] وضع تنبيه على سجلين
    [few] وضع تنبيه على { $count } سجلات
   *[other] وضع تنبيه على { $count } سجل
}
flag-note = يطلب التنبيه ممن يعمل على السجل أن ينظر في أمر. ويبقى إلى أن يذكر أحدهم ما الذي جرى.
flag-reason = لماذا؟
flag-on = حتى متى؟
flag-on-note = يمكن تركه فارغًا. إذا حُدّد يوم ظهر التنبيه في قائمة العمل.
flag-put = { $count ->
    [one] وُضع التنبيه.
    [two] وُضع تنبيهان.
    [few] وُضعت { $count } تنبيهات.
   *[other] وُضع { $count } تنبيهًا.
}
flag-left = { $count ->
    [one] سجل واحد للقراءة فقط هنا ولم يوضع عليه تنبيه.
    [two] سجلان للقراءة فقط هنا ولم يوضع عليهما تنبيه.
   *[other] { $count } من السجلات للقراءة فقط هنا ولم يوضع عليها تنبيه.
}
flag-count = { $count ->
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
   *[other] { $count } تنبيهًا
}
flag-resolve = إنهاء التنبيه
flag-resolve-title = إنهاء التنبيه
flag-what-done = ما الذي جرى؟
flag-what-done-note = يبقى في تاريخ السجل.
flag-resolved = أُنهي التنبيه.
flag-is-resolved = انتهى
flag-by = وضعه { $name } في { $date }
flag-done-by = أنهاه { $name } في { $date }
flag-no-day = بلا يوم
flags-title = التنبيهات
flags-note = التنبيهات المفتوحة على السجلات المتاحة لك، الأقرب أولا. يفتح السطر السجل، وفيه ما يتعلق به التنبيه.
flags-since = وُضع في
flags-empty = لا تنبيهات
flags-empty-text = يظهر هنا كل تنبيه يوضع على سجل إلى أن يُنهى.
flags-none-here = لا تنبيه على هذا السجل.
home-flags = التنبيهات
clock-flag = تنبيه
log-flagged = وُضع تنبيه
log-flag-resolved = أُنهي تنبيه

## Notes

notes-title = الملاحظات
notes-note = تحمل الملاحظة يومها واسمك، ولا يمكن تغييرها بعد ذلك.
notes-none-here = لا ملاحظات بعد.
note-add = إضافة ملاحظة
note-keep = حفظ الملاحظة
note-subject = عن ماذا؟ (كلمات قليلة)
note-text = الملاحظة
note-by = { $name }، { $date }
log-note-added = أُضيفت ملاحظة
beside-title = التنبيهات والملاحظات
beside-save-first = احفظ أولًا، ثم يمكن إضافة التنبيهات والملاحظات هنا.

## Alerts

alerts-title = الإشعارات
alerts-note = ما فعله آخرون في السجلات التي أنت مسؤول عنها. أبعد ما رأيته.
alerts-day = اليوم
alerts-here = فعل آخرون ما يلي في سجلك:
alerts-put-away = رأيته
alerts-put-all-away = رأيتها كلها
alerts-empty = لا إشعارات
alerts-empty-text = عندما يغيّر شخص آخر ما يراقبه مكتبك، أو يجيب عن طلب، أو يكتب ملاحظة في سجلاتك، يظهر ذلك هنا.
alert-line = { $date }: { $what } ({ $name })
alert-changed = غُيّرت إجابات
alert-approved = تمت الموافقة على نموذج
alert-sent-back = أُعيد نموذج
alert-flag = وُضع تنبيه
alert-note = أُضيفت ملاحظة
alert-incident = أُضيفت حادثة
home-alerts = الإشعارات
log-alerts-seen = أُبعدت إشعارات
column-type = النوع
shape-setting-alerts = الإشعارات
shape-alerts-note = يُبلَّغ المسؤول عن السجل في صفحته الأولى عندما يغيّر شخص آخر إحدى هذه الإجابات.
shape-alerts-fields = الإجابات المراقَبة
configuration-setting-alerts = { $place }: ذُكر حقل لا يسأل عنه أي نموذج، أو ذُكر حقل مرتين.

## What the program keeps beside the forms

own-flags = تنبيه
own-flags-reason = التنبيه: السبب
own-flags-on = التنبيه: حتى متى
own-flags-raised-on = التنبيه: وُضع في
own-flags-raised-by = التنبيه: وضعه
own-flags-resolved-on = التنبيه: أُنهي في
own-flags-resolved-by = التنبيه: أنهاه
own-flags-words = التنبيه: ما الذي جرى
own-notes = ملاحظة
own-notes-on = الملاحظة: اليوم
own-notes-by = الملاحظة: الكاتب
own-notes-subject = الملاحظة: الموضوع
own-notes-text = الملاحظة

## Risk level

risk-changed = مستوى الخطر الآن: { $level }. التالي: { $what }، { $date }.
risk-changed-before = مستوى الخطر الآن: { $level }. التالي: { $what }، { $date } (سابقًا: { $before }).

## ما يبقى مغطى

log-name-protected = أُخفي الاسم
log-name-unprotected = أُظهر الاسم من جديد
log-uncovered = أُظهر جزء مغطى
own-name-protected = الاسم مخفي
name-covered = الاسم مخفي
covered-title = مغطى إلى أن تطلبه. ما تُظهره يُكتب في سجل المكتب.
covered-name = الاسم
covered-assessment-sensitive = الجاني المزعوم والمكان
covered-caafag = القوات والجماعات المسلحة
covered-account = رواية الحادثة
covered-show = إظهار: { $part }
covered-edit = للتعديل يجب إظهار كل ما هو مغطى. يُكتب ذلك في سجل المكتب.
covered-edit-go = إظهار وتعديل
protect-name = إخفاء الاسم
protect-name-off = إيقاف إخفاء الاسم
protect-name-note = لا يظهر الاسم في أي مكان، لا في قائمة ولا بحث ولا طباعة ولا جدول، ولا يخرج مع أي نسخة مختومة، إلى أن يطلبه أحد هنا. ويُكتب في سجل المكتب من طلبه.
protect-name-done = أُخفي الاسم.
protect-name-undone = لم يعد الاسم مخفيًا.

## Cases that belong together, the calendar

log-more-parts = الأجزاء: { $value }
log-cases-related = رُبطت حالتان
log-cases-unrelated = أُلغي الربط بين حالتين
log-calendar-saved = كُتب ملف تقويم
log-incident-added = أُضيفت حادثة إلى حالة
related-title = يرتبط بـ
relate-add = الربط بحالة أخرى
relate-which = أي حالة؟ (اسم أو رمز)
relate-kind = ما صلة الآخر بهذا الطفل؟
relate-note = ملاحظة (اختياري)
relate-go = ربط
relate-back = إلغاء الربط
related-none = لا تُذكر هنا حالة أخرى.
relate-done = رُبطت الحالتان.
related-out-of-reach = خارج المتناول
work-calendar = ملف تقويم
work-calendar-done = يحتوي ملف التقويم على { $count } من المهام: رموز وأيام بلا أسماء.
own-relations = صلة
own-relations-to = الصلة: الحالة الأخرى
own-relations-kind = الصلة: ما هو هذا بالنسبة إليها
own-relations-note = الصلة: ملاحظة
relation-sibling = أخ أو أخت
relation-half-sibling = أخ أو أخت غير شقيق
relation-cousin = ابن عم أو خال
relation-parent-of = أم أو أب
relation-child-of = ابن أو ابنة
relation-cares-for = يرعى هذا الطفل
relation-cared-for-by = يرعاه هذا الطفل
relation-spouse = زوج أو زوجة
relation-other-family = قريب آخر
relation-same-household = الأسرة المعيشية نفسها
relation-travelled-with = سافرا معًا
relation-friend = صديق
relation-same-event = الحدث نفسه
relation-other = أخرى

## ما تسمح به الموافقة

consent-title = ما تسمح به الموافقة
consent-as-saved = ما يظهر هنا هو ما حُفظ آخر مرة.
consent-incomplete = نموذج الموافقة غير مكتمل: لا يجوز أن يخرج شيء إلا ما يحمي حياة.
consent-version = سُئل عنها في { $date }، النسخة { $version } من النموذج.
consent-leaves = ما يجوز أن يخرج اليوم
consent-leaves-copy = نسخة مختومة من السجل إلى مكتب آخر
consent-leaves-tracing = معلومات للبحث عن الأسرة
consent-leaves-report = أرقام بلا أسماء للتقارير
consent-leaves-photo = صورة
consent-withheld = لا يُكشف للآخرين:
consent-purposes = بحسب الغرض
consent-purpose = الغرض
consent-answer = الجواب
consent-today = اليوم
consent-agencies = بحسب المنظمة
consent-no-agency = لم تُذكر منظمة.
consent-change = لتغيير جواب أو سحبه ابدأ نسخة جديدة من نموذج الموافقة: تحتفظ كل نسخة بأجوبتها ويومها.
consent-photo-missing = لا موافقة على صورة
consent-allowed = مسموح
consent-vital = دون موافقة: حياة في خطر
consent-refused = مرفوض
consent-not-asked = غير مسموح: لم يوافق أحد
consent-withdrawn = سُحبت الموافقة
consent-over = انتهت

## Closing over open work, a draft beside a newer save

problem-open-work = { $count ->
    [one] إجراء أو خدمة أو متابعة مقررة أو إحالة لم تنته بعد.
    [two] اثنان من الإجراءات أو الخدمات أو المتابعات المقررة أو الإحالات لم تنته بعد.
    [few] { $count } من الإجراءات أو الخدمات أو المتابعات المقررة أو الإحالات لم تنته بعد.
   *[other] { $count } من الإجراءات أو الخدمات أو المتابعات المقررة أو الإحالات لم تنته بعد.
} علّم كلا منها منجزًا أو ملغى أو بنتيجته؛ واحذف الموعد التالي لمتابعة لم تعد لازمة؛ واختم الإحالات في «ما نُقل». احفظ ثم اطلب من جديد. لم يتغير شيء.
draft-beside = حفظ شخص آخر السجل بعد أن بدأت هذه المسودة. يظهر الاثنان هنا جنبًا إلى جنب، ولم يضع شيء.
draft-side-mine = في مسودتك
draft-side-now = في السجل الآن
draft-side-same = لا شيء في مسودتك يختلف عن السجل.
draft-side-go = المتابعة مع الأحدث، ومسودتك فوقه
