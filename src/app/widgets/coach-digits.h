#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_DIGITS (coach_digits_get_type ())
G_DECLARE_FINAL_TYPE (CoachDigits, coach_digits, COACH, DIGITS, GtkWidget)

GtkWidget *coach_digits_new       (void);
void       coach_digits_set_text  (CoachDigits *self,
                                   const char  *text);
void       coach_digits_set_words (CoachDigits *self,
                                   const char  *words);

G_END_DECLS
