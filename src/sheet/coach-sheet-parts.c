#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "coach-paper-text-private.h"
#include "coach-sheet-layout-private.h"

/* What stands before and after the moves. */

/* Points, and shares of a width. */
#define COLUMN_BLANK   14
#define NAME_LINE      16
#define CARD_BLANK     10
#define CARD_COLUMNS   2
#define STILL_SHARE    0.27
#define PICTURE_RATIO  0.75
#define MAX_FACTS      4

static double
get_gap (const CoachSheetLayout *self)
{
  return coach_sheet_get_size (self, COACH_SHEET_TEXT) * 0.4;
}

static void
add_title (CoachSheetLayout *self)
{
  g_auto (CoachSheetBlock) block = { 0 };

  coach_sheet_block_init (&block, self->width);
  coach_sheet_block_flow (&block, NULL, self->content->title, COACH_SHEET_TITLE, 0);
  coach_sheet_block_flow (&block, NULL, self->content->goal, COACH_SHEET_TEXT, 2);
  block.after = get_gap (self) * 2;
  coach_sheet_layout_place (self, &block);
}

/* A label, and below it what it says or a line to write on. Returns the lower edge. */
static double
put_fact (CoachSheetLayout *self,
          CoachSheetBlock  *block,
          const char       *label,
          const char       *text,
          double            x,
          double            y,
          double            width)
{
  y = coach_sheet_block_put_text (block, coach_sheet_make_text (self, label, COACH_SHEET_SMALL_BOLD,
                                                                width), x, y, width);
  if (text != NULL)
    return coach_sheet_block_put_text (block, coach_sheet_make_text (self, text, COACH_SHEET_SMALL,
                                                                     width), x, y + 1, width);
  y += self->is_large ? NAME_LINE * 1.6 : NAME_LINE;
  coach_sheet_block_put (block, (CoachSheetBox) { .kind = COACH_SHEET_BOX_RULE, .x = x, .y = y,
                                                  .width = width, .line_pt = 0.6 });
  return y;
}

/* Side by side, or below each other in large print. */
static void
add_facts (CoachSheetLayout *self)
{
  GPtrArray *facts = self->content->facts;
  guint n = facts->len + (self->content->name_label != NULL ? 1 : 0);
  guint n_columns = self->is_large ? 1 : MIN (MAX (n, 1), MAX_FACTS);
  double width = (self->width - (n_columns - 1) * COLUMN_BLANK) / n_columns;
  g_auto (CoachSheetBlock) block = { 0 };
  double y = 6;

  coach_sheet_block_init (&block, self->width);
  coach_sheet_block_put (&block, (CoachSheetBox) { .kind = COACH_SHEET_BOX_RULE,
                                                   .width = self->width, .line_pt = 1.5 });
  for (guint i = 0; i < n; i += n_columns)
    {
      double lowest = y;

      for (guint column = 0; column < n_columns && i + column < n; column++)
        {
          guint index = i + column - (self->content->name_label != NULL ? 1 : 0);
          gboolean is_name = self->content->name_label != NULL && i + column == 0;
          const CoachSheetNote *note = is_name ? NULL : g_ptr_array_index (facts, index);

          double lower = put_fact (self, &block, is_name ? self->content->name_label : note->label,
                                   is_name ? self->content->name : note->text,
                                   column * (width + COLUMN_BLANK), y, width);

          lowest = MAX (lowest, lower);
        }
      y = lowest + 6;
    }
  block.after = 4;
  coach_sheet_layout_place (self, &block);
}

static void
add_notices (CoachSheetLayout *self)
{
  for (guint i = 0; i < self->content->notices->len; i++)
    {
      const CoachSheetNote *note = g_ptr_array_index (self->content->notices, i);
      g_auto (CoachSheetBlock) block = { 0 };

      coach_sheet_block_init (&block, self->width);
      coach_sheet_block_flow (&block, note->label, note->text, COACH_SHEET_TEXT, 0);
      block.after = get_gap (self);
      coach_sheet_layout_place (self, &block);
    }
}

/**
 * coach_sheet_layout_add_head:
 * @self: a layout
 *
 * Adds the title, for whom it is, and what to know before the first move.
 */
void
coach_sheet_layout_add_head (CoachSheetLayout *self)
{
  add_title (self);
  add_facts (self);
  add_notices (self);
  self->y += get_gap (self);
}

/* A struck-through picture with the name and why beside it. */
static double
put_card (CoachSheetLayout        *self,
          CoachSheetBlock         *block,
          const CoachSheetLeftOut *left_out,
          double                   x,
          double                   y,
          double                   width)
{
  double still = left_out->still != NULL && self->content->has_pictures ? width * STILL_SHARE : 0;
  double text_x = x + (still > 0 ? still + CARD_BLANK : 0);
  double text_width = width - (text_x - x);
  double lower = y + still * PICTURE_RATIO;

  if (still > 0)
    for (CoachSheetBoxKind kind = COACH_SHEET_BOX_PICTURE; kind <= COACH_SHEET_BOX_STRIKE; kind++)
      coach_sheet_block_put (block, (CoachSheetBox) {
          .kind = kind, .x = x, .y = y, .width = still, .height = still * PICTURE_RATIO,
          .line_pt = kind == COACH_SHEET_BOX_STRIKE ? 2 : 0.5, .path = left_out->still });
  y = coach_sheet_block_put_text (block, coach_sheet_make_text (self, left_out->name,
                                                                COACH_SHEET_SMALL_BOLD, text_width),
                                  text_x, y, text_width);
  if (left_out->why != NULL)
    y = coach_sheet_block_put_text (block, coach_sheet_make_text (self, left_out->why,
                                                                  COACH_SHEET_SMALL, text_width),
                                    text_x, y + 1, text_width);
  return MAX (y, lower);
}

/**
 * coach_sheet_layout_add_left_out:
 * @self: a layout
 *
 * Adds what to leave out, in rows that are not broken. The heading stays with the first.
 */
void
coach_sheet_layout_add_left_out (CoachSheetLayout *self)
{
  const CoachSheetContent *content = self->content;
  guint n_columns = self->is_large ? 1 : CARD_COLUMNS;
  double width = (self->width - (n_columns - 1) * COLUMN_BLANK) / n_columns;

  for (guint i = 0; i < content->left_out->len; i += n_columns)
    {
      g_auto (CoachSheetBlock) block = { 0 };
      double y = 0;

      coach_sheet_block_init (&block, self->width);
      if (i == 0)
        y = coach_sheet_block_put_text (&block,
                                        coach_sheet_make_text (self, content->left_out_title,
                                                               COACH_SHEET_HEADING, self->width),
                                        0, get_gap (self), self->width) + get_gap (self) + 1;
      for (guint column = 0; column < n_columns && i + column < content->left_out->len; column++)
        put_card (self, &block, g_ptr_array_index (content->left_out, i + column),
                  column * (width + COLUMN_BLANK), y, width);
      block.after = get_gap (self) * 2;
      coach_sheet_layout_place (self, &block);
    }
  if (content->left_out_more != NULL)
    {
      g_auto (CoachSheetBlock) block = { 0 };

      coach_sheet_block_init (&block, self->width);
      coach_sheet_block_flow (&block, NULL, content->left_out_more, COACH_SHEET_SMALL, 0);
      block.after = get_gap (self) * 2;
      coach_sheet_layout_place (self, &block);
    }
}

static void
add_section (CoachSheetLayout        *self,
             const CoachSheetSection *section)
{
  g_auto (CoachSheetBlock) block = { 0 };
  double inset = section->is_warning ? 9 : 0;
  double gap = get_gap (self);

  coach_sheet_block_init (&block, self->width - 2 * inset);
  block.flow_x = inset;
  block.again = section->title;
  block.is_framed = section->is_warning;
  block.after = gap * 3;
  coach_sheet_block_flow (&block, NULL, section->title, COACH_SHEET_HEADING, 0);
  coach_sheet_block_flow (&block, NULL, section->lead, COACH_SHEET_SMALL, gap / 2);
  for (guint i = 0; i < section->items->len; i++)
    coach_sheet_block_flow_item (&block, "•", g_ptr_array_index (section->items, i),
                                 COACH_SHEET_SMALL, coach_sheet_get_size (self, COACH_SHEET_SMALL),
                                 self->is_large ? 3 : 1);
  coach_sheet_block_flow (&block, NULL, section->tail, COACH_SHEET_SMALL, gap / 2);
  coach_sheet_layout_place (self, &block);
}

/* All in a paragraph, for cards. */
static void
add_close_section (CoachSheetLayout        *self,
                   const CoachSheetSection *section)
{
  g_auto (CoachSheetBlock) block = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  /* Translators: the heading of a section, before its text in the same line */
  g_autofree char *label = g_strdup_printf (_("%s:"), section->title);

  if (section->lead != NULL)
    g_strv_builder_add (builder, section->lead);
  for (guint i = 0; i < section->items->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (section->items, i));
  if (section->tail != NULL)
    g_strv_builder_add (builder, section->tail);
  parts = g_strv_builder_end (builder);
  /* Translators: stands between whole sentences */
  text = g_strjoinv (C_ ("sentences", " "), parts);
  coach_sheet_block_init (&block, self->width);
  coach_sheet_block_flow (&block, label, text, COACH_SHEET_SMALL, 0);
  block.after = get_gap (self);
  coach_sheet_layout_place (self, &block);
}

/**
 * coach_sheet_layout_add_sections:
 * @self: a layout
 *
 * Adds what is said after the moves.
 */
void
coach_sheet_layout_add_sections (CoachSheetLayout *self)
{
  for (guint i = 0; i < self->content->sections->len; i++)
    if (self->content->is_card)
      add_close_section (self, g_ptr_array_index (self->content->sections, i));
    else
      add_section (self, g_ptr_array_index (self->content->sections, i));
}
