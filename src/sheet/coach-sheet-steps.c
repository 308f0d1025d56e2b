#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include <string.h>

#include "coach-paper-text-private.h"
#include "coach-sheet-layout-private.h"

/* A row for each move: pictures, dose and boxes to tick beside what to do. In large print what to
 * do stands below them, and the dose beside the pictures. */

/* Points, and shares of the width. */
#define HAIRLINE       0.5
#define GUTTER         16
#define PICTURE_GAP    8
#define PICTURE_RATIO  0.75
#define SIDE_BLANK     7
#define LEFT_SHARE     0.41
#define PLAIN_SHARE    0.24
#define LARGE_SHARE    0.6
#define CARD_SHARE     0.34

typedef struct
{
  double x;
  double width;
  double y;
} Column;

static double
get_indent (const CoachSheetLayout *self)
{
  return coach_sheet_get_size (self, COACH_SHEET_TEXT) * 1.7;
}

static double
put_name (CoachSheetLayout *self,
          CoachSheetBlock  *block,
          const char       *name,
          guint             number,
          double            top,
          double           *indent)
{
  g_autofree char *mark = g_strdup_printf ("%u", number);

  if (self->content->steps->len > 1)
    {
      *indent = coach_sheet_get_size (self, COACH_SHEET_NAME) * (number > 9 ? 2.1 : 1.4);
      coach_sheet_block_put_text (block,
                                  coach_sheet_make_text (self, mark, COACH_SHEET_NAME, *indent), 0,
                                  top, *indent);
    }
  return coach_sheet_block_put_text (block,
                                     coach_sheet_make_text (self, name, COACH_SHEET_NAME,
                                                            self->width - *indent),
                                     *indent, top, self->width - *indent);
}

static void
put_head (CoachSheetLayout     *self,
          CoachSheetBlock      *block,
          const CoachSheetStep *step,
          guint                 number,
          double               *y)
{
  double indent = 0;
  double top = 5;

  coach_sheet_block_put (block, (CoachSheetBox) { .kind = COACH_SHEET_BOX_RULE,
                                                  .width = self->width, .line_pt = 0.8 });
  /* A card of one move has its name for a title. */
  if (self->content->steps->len == 1 && g_strcmp0 (step->name, self->content->title) == 0)
    *y = top;
  else
    *y = put_name (self, block, step->name, number, top, &indent);
  for (guint i = 0; i < step->heads->len; i++)
    {
      const CoachSheetNote *note = g_ptr_array_index (step->heads, i);
      CoachSheetFlow flow = { .style = COACH_SHEET_SMALL, .text = note->text };
      g_autofree char *text = note->label != NULL
                                  ? g_strjoin (" ", note->label, note->text, NULL) : NULL;

      if (text != NULL)
        {
          flow.text = text;
          flow.bold = (guint) strlen (note->label);
        }
      *y = coach_sheet_block_put_text (block,
                                       coach_sheet_make_flow (self, &flow, self->width - indent),
                                       indent, *y + 1, self->width - indent);
    }
  *y += 5;
}

/* Returns the lower edge. */
static double
put_picture (CoachSheetLayout     *self,
             CoachSheetBlock      *block,
             const CoachSheetStep *step,
             guint                 index,
             const Column         *at)
{
  const CoachSheetStill *still = &step->stills[index];
  double height = at->width * PICTURE_RATIO;
  CoachSheetBox box = { .kind = COACH_SHEET_BOX_PICTURE, .x = at->x, .y = at->y,
                        .width = at->width, .height = height, .line_pt = HAIRLINE,
                        .path = still->path, .is_mirrored = step->is_mirrored };

  coach_sheet_block_put (block, box);
  if (still->caption == NULL)
    return at->y + height;
  return coach_sheet_block_put_text (block,
                                     coach_sheet_make_text (self, still->caption, COACH_SHEET_SMALL,
                                                            at->width),
                                     at->x, at->y + height + 1, at->width);
}

static void
put_pictures (CoachSheetLayout     *self,
              CoachSheetBlock      *block,
              const CoachSheetStep *step,
              Column               *column)
{
  double width = (column->width - PICTURE_GAP) / COACH_SHEET_STILLS;
  Column at = { column->x, width, column->y };
  double lowest = column->y;

  for (guint i = 0; i < COACH_SHEET_STILLS; i++)
    {
      double lower;

      if (step->stills[i].path == NULL)
        continue;
      lower = put_picture (self, block, step, i, &at);
      lowest = MAX (lowest, lower);
      at.x += width + PICTURE_GAP;
    }
  column->y = lowest > column->y ? lowest + 5 : column->y;
}

/* The boxes of all sides begin below each other. */
static double
measure_sides (const CoachSheetLayout *self,
               const CoachSheetStep   *step,
               double                  width)
{
  double widest = 0;

  for (guint i = 0; step->sides[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) text = coach_sheet_make_text (self, step->sides[i],
                                                            COACH_SHEET_SMALL_BOLD, width);
      PangoRectangle logical;

      pango_layout_get_extents (text, NULL, &logical);
      widest = MAX (widest, (double) logical.width / PANGO_SCALE);
    }
  return widest > 0 ? widest + SIDE_BLANK : 0;
}

/* A word and a box for each set, which goes on below when there are many. */
static void
put_ticks (CoachSheetLayout     *self,
           CoachSheetBlock      *block,
           const CoachSheetStep *step,
           const char           *side,
           Column               *column)
{
  double size = coach_sheet_get_size (self, COACH_SHEET_TEXT) * 1.15;
  double label = measure_sides (self, step, column->width / 2);
  double x = label;

  if (label > 0)
    {
      PangoLayout *text = coach_sheet_make_text (self, side, COACH_SHEET_SMALL_BOLD, label);
      double slack = size - coach_paper_text_get_height (text);

      coach_sheet_block_put_text (block, text, column->x, column->y + MAX (slack / 2, 0), label);
    }
  for (guint i = 0; i < step->n_ticks; i++)
    {
      if (x + size > column->width)
        {
          x = label;
          column->y += size + 4;
        }
      coach_sheet_block_put (block, (CoachSheetBox) { .kind = COACH_SHEET_BOX_TICK,
                                                      .x = column->x + x, .y = column->y,
                                                      .width = size, .height = size,
                                                      .line_pt = 0.8 });
      x += size + 5;
    }
  column->y += size + 4;
}

static void
put_dose (CoachSheetLayout     *self,
          CoachSheetBlock      *block,
          const CoachSheetStep *step,
          Column               *column)
{
  if (step->amount != NULL)
    column->y = coach_sheet_block_put_text (block,
                                            coach_sheet_make_text (self, step->amount,
                                                                   COACH_SHEET_AMOUNT,
                                                                   column->width),
                                            column->x, column->y, column->width) + 1;
  for (guint i = 0; i < step->details->len; i++)
    {
      const char *detail = g_ptr_array_index (step->details, i);

      column->y = coach_sheet_block_put_text (block,
                                              coach_sheet_make_text (self, detail, COACH_SHEET_SMALL,
                                                                     column->width),
                                              column->x, column->y, column->width);
    }
  column->y += 4;
  for (guint i = 0; step->sides != NULL && step->sides[i] != NULL; i++)
    put_ticks (self, block, step, step->sides[i], column);
}

static void
add_flows (CoachSheetLayout     *self,
           CoachSheetBlock      *block,
           const CoachSheetStep *step)
{
  double gap = self->is_large ? 5 : 2;

  for (guint i = 0; step->steps != NULL && step->steps[i] != NULL; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u.", i + 1);

      coach_sheet_block_flow_item (block, mark, step->steps[i], COACH_SHEET_TEXT,
                                   get_indent (self), i > 0 ? gap : 0);
    }
  for (guint i = 0; i < step->notes->len; i++)
    {
      const CoachSheetNote *note = g_ptr_array_index (step->notes, i);

      coach_sheet_block_flow (block, note->label, note->text, COACH_SHEET_SMALL,
                              i == 0 ? gap * 2 + 1 : gap);
    }
}

static double
get_share (const CoachSheetLayout *self)
{
  if (!self->content->has_pictures)
    return self->is_large ? 0 : PLAIN_SHARE;
  if (self->is_large)
    return LARGE_SHARE;
  return self->content->is_card && self->content->steps->len > 1 ? CARD_SHARE : LEFT_SHARE;
}

/* Beside the pictures in large print, if there are any. */
static void
move_beside (const CoachSheetLayout *self,
             Column                 *column,
             double                  top)
{
  if (column->y > top)
    column->x = column->width + GUTTER;
  column->width = self->width - column->x;
  column->y = top;
}

static void
add_step (CoachSheetLayout     *self,
          const CoachSheetStep *step,
          guint                 number)
{
  g_auto (CoachSheetBlock) block = { 0 };
  Column column = { .x = 0, .width = self->width * get_share (self) };
  double y;

  coach_sheet_block_init (&block, self->width);
  put_head (self, &block, step, number, &y);
  column.y = y;
  put_pictures (self, &block, step, &column);
  if (self->is_large)
    move_beside (self, &column, y);
  put_dose (self, &block, step, &column);
  if (self->is_large)
    block.flow_y = block.height + 6;
  else
    {
      block.flow_x = column.width + GUTTER;
      block.flow_width = self->width - block.flow_x;
      block.flow_y = y;
    }
  block.again = step->name;
  block.after = self->is_large ? 14 : 9;
  add_flows (self, &block, step);
  coach_sheet_layout_place (self, &block);
}

/**
 * coach_sheet_layout_add_steps:
 * @self: a layout
 *
 * Adds the moves.
 */
void
coach_sheet_layout_add_steps (CoachSheetLayout *self)
{
  for (guint i = 0; i < self->content->steps->len; i++)
    add_step (self, g_ptr_array_index (self->content->steps, i), i + 1);
}
