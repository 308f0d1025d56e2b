#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-paper-text-private.h"

#include <pango/pangocairo.h>

/**
 * coach_paper_text_make_font:
 * @size_pt: in points
 * @is_bold: whether it is bold
 *
 * Describes the font that all paper is printed in.
 *
 * Returns: (transfer full): a font
 */
PangoFontDescription *
coach_paper_text_make_font (double   size_pt,
                            gboolean is_bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "Sans");
  pango_font_description_set_size (font, (int) (size_pt * PANGO_SCALE));
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  return font;
}

/**
 * coach_paper_text_make_context:
 * @font: the font of text that names no other
 * @is_rtl: whether text runs from right to left
 *
 * Makes what lays text out the same for every surface: one unit is one point, and no letter is
 * moved to fit the pixels of a screen, which would also put blanks into Arabic words that are
 * copied out of a PDF.
 *
 * Returns: (transfer full): a context
 */
PangoContext *
coach_paper_text_make_context (const PangoFontDescription *font,
                               gboolean                    is_rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_font_description (context, font);
  return context;
}

/**
 * coach_paper_text_align:
 * @layout: a text
 * @is_rtl: whether the page runs from right to left
 *
 * Makes a text begin at the edge where the page begins. Pango turns an alignment round where a text
 * runs against the page; here foreign words and bare numbers begin at the same edge as all else.
 */
void
coach_paper_text_align (PangoLayout *layout,
                        gboolean     is_rtl)
{
  PangoDirection direction = pango_layout_get_line_readonly (layout, 0)->resolved_dir;
  gboolean is_turned = direction == (is_rtl ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);

  pango_layout_set_alignment (layout, is_rtl != is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/**
 * coach_paper_text_get_height:
 * @layout: a text
 *
 * Gets how high a text is.
 *
 * Returns: points
 */
double
coach_paper_text_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}
