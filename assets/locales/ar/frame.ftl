## Words of the frame around every page

page-log = سجل المكتب
chosen = تم الاختيار
idle-stay = البقاء
no-way-title = لا يمكن فتح هذا المكتب
search-hint = يكفي حرفان. لا يهم الإملاء ولا نوع الحروف: «يوسف» تجد Yusuf أيضًا.
search-nothing-help = جرّب جزءًا أقصر من الاسم أو كتابة أخرى أو رقم الحالة. لا تفتح إلا الحالات التي يحق لك قراءتها.
