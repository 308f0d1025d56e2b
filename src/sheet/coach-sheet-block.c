#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include <string.h>

#include "coach-paper-text-private.h"
#include "coach-sheet-layout-private.h"

static void
clear_box (gpointer data)
{
  g_clear_object (&((CoachSheetBox *) data)->layout);
}

static void
clear_flow (gpointer data)
{
  g_clear_pointer (&((CoachSheetFlow *) data)->text, g_free);
}

/**
 * coach_sheet_get_size:
 * @self: a layout
 * @style: how text is set
 *
 * Gets the size of a font. Large print is 18 points, the least that is called large.
 *
 * Returns: points
 */
double
coach_sheet_get_size (const CoachSheetLayout *self,
                      CoachSheetStyle         style)
{
  switch (style)
    {
    case COACH_SHEET_TITLE:
      return self->is_large ? 27 : 20;
    case COACH_SHEET_HEADING:
      return self->is_large ? 21 : 12.5;
    case COACH_SHEET_NAME:
      return self->is_large ? 21 : 11.5;
    case COACH_SHEET_AMOUNT:
      return self->is_large ? 19 : 10.5;
    case COACH_SHEET_SMALL:
    case COACH_SHEET_SMALL_BOLD:
      return self->is_large ? 18 : 8;
    case COACH_SHEET_FOOT:
      return self->is_large ? 11 : 7;
    case COACH_SHEET_TEXT:
    default:
      return self->is_large ? 18 : 9.25;
    }
}

static gboolean
is_bold (CoachSheetStyle style)
{
  return style != COACH_SHEET_TEXT && style != COACH_SHEET_SMALL && style != COACH_SHEET_FOOT;
}

/**
 * coach_sheet_make_text:
 * @self: a layout
 * @text: (nullable): words
 * @style: how they are set
 * @width: how wide they may be, in points
 *
 * Sets words, in as many lines as they need.
 *
 * Returns: (transfer full): a text
 */
PangoLayout *
coach_sheet_make_text (const CoachSheetLayout *self,
                       const char             *text,
                       CoachSheetStyle         style,
                       double                  width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font
      = coach_paper_text_make_font (coach_sheet_get_size (self, style), is_bold (style));

  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.08f);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  coach_paper_text_align (layout, self->content->is_rtl);
  return layout;
}

static void
set_bold (PangoLayout *layout,
          guint        bytes)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = bytes;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
}

/* What stands before the tab hangs out, and the lines begin below each other. */
static void
set_hanging (PangoLayout *layout,
             double       indent)
{
  g_autoptr (PangoTabArray) tabs
      = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT, (int) (indent * PANGO_SCALE));

  pango_layout_set_indent (layout, -(int) (indent * PANGO_SCALE));
  pango_layout_set_tabs (layout, tabs);
}

/**
 * coach_sheet_make_flow:
 * @self: a layout
 * @flow: a paragraph
 * @width: how wide it may be, in points
 *
 * Sets a paragraph.
 *
 * Returns: (transfer full): a text
 */
PangoLayout *
coach_sheet_make_flow (const CoachSheetLayout *self,
                       const CoachSheetFlow   *flow,
                       double                  width)
{
  PangoLayout *layout = coach_sheet_make_text (self, flow->text, flow->style, width);

  if (flow->bold > 0)
    set_bold (layout, flow->bold);
  if (flow->indent > 0)
    set_hanging (layout, flow->indent);
  return layout;
}

/**
 * coach_sheet_block_init:
 * @self: (out caller-allocates): a block
 * @flow_width: how wide its paragraphs are, in points
 *
 * Makes a block with nothing in it.
 */
void
coach_sheet_block_init (CoachSheetBlock *self,
                        double           flow_width)
{
  *self = (CoachSheetBlock) {
    .boxes = g_array_new (FALSE, FALSE, sizeof (CoachSheetBox)),
    .flows = g_array_new (FALSE, FALSE, sizeof (CoachSheetFlow)),
    .flow_width = flow_width,
  };
  g_array_set_clear_func (self->boxes, clear_box);
  g_array_set_clear_func (self->flows, clear_flow);
}

/**
 * coach_sheet_block_clear:
 * @self: a block
 *
 * Drops what it holds.
 */
void
coach_sheet_block_clear (CoachSheetBlock *self)
{
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->flows, g_array_unref);
}

/**
 * coach_sheet_block_put:
 * @self: a block
 * @box: (transfer full): what is put into it
 *
 * Puts a box where it says. The block grows with it.
 */
void
coach_sheet_block_put (CoachSheetBlock *self,
                       CoachSheetBox    box)
{
  self->height = MAX (self->height, box.y + box.height);
  g_array_append_val (self->boxes, box);
}

/**
 * coach_sheet_block_put_text:
 * @self: a block
 * @layout: (transfer full): a text
 * @x: left edge
 * @y: upper edge
 * @width: how wide
 *
 * Puts a text that stays whole.
 *
 * Returns: the lower edge, in points
 */
double
coach_sheet_block_put_text (CoachSheetBlock *self,
                            PangoLayout     *layout,
                            double           x,
                            double           y,
                            double           width)
{
  double height = coach_paper_text_get_height (layout);

  coach_sheet_block_put (self, (CoachSheetBox) { .kind = COACH_SHEET_BOX_TEXT, .x = x, .y = y,
                                                 .width = width, .height = height,
                                                 .layout = layout });
  return y + height;
}

/**
 * coach_sheet_block_flow:
 * @self: a block
 * @label: (nullable): bold words before it
 * @text: (nullable): a paragraph; nothing is added without one
 * @style: how it is set
 * @before: white above it, in points
 *
 * Adds a paragraph below the others.
 */
void
coach_sheet_block_flow (CoachSheetBlock *self,
                        const char      *label,
                        const char      *text,
                        CoachSheetStyle  style,
                        double           before)
{
  CoachSheetFlow flow = { .style = style, .before = before };

  if (text == NULL || *text == '\0')
    return;
  flow.bold = label != NULL ? (guint) strlen (label) : 0;
  flow.text = label != NULL ? g_strjoin (" ", label, text, NULL) : g_strdup (text);
  g_array_append_val (self->flows, flow);
}

/**
 * coach_sheet_block_flow_item:
 * @self: a block
 * @mark: what hangs out, such as a number
 * @text: a paragraph
 * @style: how it is set
 * @indent: how far it is moved in, in points
 * @before: white above it
 *
 * Adds an item of a list below the others.
 */
void
coach_sheet_block_flow_item (CoachSheetBlock *self,
                             const char      *mark,
                             const char      *text,
                             CoachSheetStyle  style,
                             double           indent,
                             double           before)
{
  CoachSheetFlow flow = { .style = style, .indent = indent, .before = before };

  flow.text = g_strjoin ("\t", mark, text, NULL);
  g_array_append_val (self->flows, flow);
}

/**
 * coach_sheet_block_get_height:
 * @layout: a layout
 * @self: a block
 *
 * Measures a block.
 *
 * Returns: points
 */
double
coach_sheet_block_get_height (const CoachSheetLayout *layout,
                              const CoachSheetBlock  *self)
{
  double y = self->flow_y;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const CoachSheetFlow *flow = &g_array_index (self->flows, CoachSheetFlow, i);
      g_autoptr (PangoLayout) text = coach_sheet_make_flow (layout, flow, self->flow_width);

      y += flow->before + coach_paper_text_get_height (text);
    }
  return MAX (self->height, self->flows->len > 0 ? y : 0);
}
