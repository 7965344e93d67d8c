## A record

record-new = حالة جديدة
record-of-office = من { $office }، للقراءة فقط
record-owner = أخصائي الحالة: { $name }
record-history = السجل الزمني
record-history-empty = لم يُحفظ أي شيء بعد.
record-changed-fields = { $count ->
     [zero] لم تتغير أي إجابة
     [one] تغيرت إجابة واحدة
     [two] تغيرت إجابتان
     [few] تغيرت { $count } إجابات
     [many] تغيرت { $count } إجابة
    *[other] تغيرت { $count } إجابة
}
record-closed-fields = { $count ->
     [zero] لا تغييرات محجوبة عنك
     [one] تغيير واحد محجوب عنك
     [two] تغييران محجوبان عنك
     [few] { $count } تغييرات محجوبة عنك
     [many] { $count } تغييرًا محجوبًا عنك
    *[other] { $count } تغيير محجوب عنك
}
record-was = كان
record-now = الآن
record-closed-section = هذا القسم محجوب عنك.
record-section-complete = مكتمل
record-section-incomplete = غير مكتمل
record-section-progress = { $filled } من { $needed } إجابات مطلوبة
record-mark-complete = هذا النموذج مكتمل
record-save-with-problems = الحفظ رغم ذلك
record-saved = تم الحفظ.
record-saved-as = حُفظت برقم { $code }.
record-leave-title = هل تخرج دون حفظ؟
record-leave-text = يُحفظ عملك كمسودة. تجده في الصفحة الرئيسية.
record-stay = البقاء هنا
record-leave = حفظ كمسودة والخروج
record-open-copy = إعداد نسخة لمكتب آخر
record-look-alike = يوجد طفل مسجل باسم مشابه. تحقق قبل المتابعة.
record-age = العمر
record-age-estimated = نحو { $age }

## Drafts

drafts-title = المسودات
drafts-empty = لا توجد مسودات
drafts-empty-text = يُحفظ هنا العمل الذي لم تحفظه بعد، حتى عند انقطاع الكهرباء.
draft-new = طفل لم يُسجَّل بعد
draft-open = متابعة هذه المسودة
draft-drop = حذف هذه المسودة
draft-drop-sure = لا يمكن استرجاع هذه المسودة.
draft-found = يوجد عمل لم يُحفظ ({ $when }). فُتح من جديد.

## Print

print-made-by = طبعه { $name }، { $when }
print-confidential = سري. يُحفظ في مكان مقفل ويُتلف عند انتهاء الحاجة إليه.
