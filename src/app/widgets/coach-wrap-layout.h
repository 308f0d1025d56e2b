#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_WRAP_LAYOUT (coach_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CoachWrapLayout, coach_wrap_layout, COACH, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *coach_wrap_layout_new (int spacing);

G_END_DECLS
