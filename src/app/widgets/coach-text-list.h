#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_TEXT_LIST (coach_text_list_get_type ())
G_DECLARE_FINAL_TYPE (CoachTextList, coach_text_list, COACH, TEXT_LIST, GtkWidget)

void coach_text_list_set_items (CoachTextList      *self,
                                const char * const *items);

G_END_DECLS
