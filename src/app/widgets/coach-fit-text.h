#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_FIT_TEXT (coach_fit_text_get_type ())
G_DECLARE_FINAL_TYPE (CoachFitText, coach_fit_text, COACH, FIT_TEXT, GtkWidget)

void        coach_fit_text_set_text (CoachFitText *self,
                                     const char   *text);
const char *coach_fit_text_get_text (CoachFitText *self);

G_END_DECLS
