#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_PAIN_PAGE (coach_pain_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachPainPage, coach_pain_page, COACH, PAIN_PAGE, GtkWidget)

GtkWidget       *coach_pain_page_new      (CoachPainGuide  *guide);
void             coach_pain_page_set_last (CoachPainPage   *self,
                                           const CoachPain *last);
const CoachPain *coach_pain_page_get_pain (CoachPainPage   *self);

G_END_DECLS
