#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_REFLOW_LAYOUT (coach_reflow_layout_get_type ())
G_DECLARE_FINAL_TYPE (CoachReflowLayout, coach_reflow_layout, COACH, REFLOW_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *coach_reflow_layout_new (int breakpoint,
                                           int spacing);

G_END_DECLS
