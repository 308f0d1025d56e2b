/* Text on paper: one unit is one point. For the module and its tests alone. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

PangoFontDescription *coach_paper_text_make_font    (double                      size_pt,
                                                     gboolean                    is_bold);
PangoContext         *coach_paper_text_make_context (const PangoFontDescription *font,
                                                     gboolean                    is_rtl);
void                  coach_paper_text_align        (PangoLayout                *layout,
                                                     gboolean                    is_rtl);
double                coach_paper_text_get_height   (PangoLayout                *layout);

G_END_DECLS
