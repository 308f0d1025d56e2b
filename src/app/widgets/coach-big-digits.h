#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_BIG_DIGITS (coach_big_digits_get_type ())
G_DECLARE_FINAL_TYPE (CoachBigDigits, coach_big_digits, COACH, BIG_DIGITS, GtkWidget)

void coach_big_digits_set_text       (CoachBigDigits *self,
                                      const char     *text);
void coach_big_digits_set_words      (CoachBigDigits *self,
                                      const char     *words);
void coach_big_digits_set_min_height (CoachBigDigits *self,
                                      int             min_height);

G_END_DECLS
