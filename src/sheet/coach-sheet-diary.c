#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-paper-text-private.h"
#include "coach-sheet-code-private.h"
#include "coach-sheet-layout-private.h"

/* The table of two weeks, and the code. */

#define N_DAYS    14
#define WEEK      7
/* Points, and shares of the width. */
#define LABEL_SHARE 0.2
#define MIN_CELL    24
#define HAIRLINE    0.5
#define WEEK_LINE   1.2
#define CELL_BLANK  3

typedef struct
{
  double label; /* how wide what is asked is */
  double cell;
  double row;
  double y;
} Grid;

static void
put_line (CoachSheetBlock *block,
          double           x,
          double           y,
          double           width,
          double           height,
          double           line_pt)
{
  coach_sheet_block_put (block, (CoachSheetBox) { .kind = COACH_SHEET_BOX_RULE, .x = x, .y = y,
                                                  .width = width, .height = height,
                                                  .line_pt = line_pt });
}

static void
put_in_cell (CoachSheetLayout *self,
             CoachSheetBlock  *block,
             const char       *text,
             CoachSheetStyle   style,
             double            x,
             double            width,
             const Grid       *grid)
{
  PangoLayout *layout = coach_sheet_make_text (self, text, style, width - 2 * CELL_BLANK);
  double slack;

  if (x > 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  slack = grid->row - coach_paper_text_get_height (layout);
  coach_sheet_block_put_text (block, layout, x + CELL_BLANK, grid->y + MAX (slack / 2, 0),
                              width - 2 * CELL_BLANK);
}

static void
put_lines (CoachSheetBlock *block,
           const Grid      *grid,
           double           top,
           guint            n_days)
{
  double right = grid->label + n_days * grid->cell;
  guint n_rows = (guint) ((grid->y - top) / grid->row + 0.5);

  for (guint i = 0; i <= n_rows; i++)
    put_line (block, 0, top + i * grid->row, right, 0, i == 1 ? WEEK_LINE : HAIRLINE);
  for (guint day = 0; day <= n_days; day++)
    put_line (block, grid->label + day * grid->cell, top, 0, grid->y - top,
              day % WEEK == 0 ? WEEK_LINE : HAIRLINE);
  put_line (block, 0, top, 0, grid->y - top, HAIRLINE);
}

static double
measure_row (CoachSheetLayout *self,
             const Grid       *grid)
{
  double height = coach_sheet_get_size (self, COACH_SHEET_SMALL) * 2.6;
  char **rows = self->content->diary.rows;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) text = coach_sheet_make_text (self, rows[i], COACH_SHEET_SMALL,
                                                            grid->label - 2 * CELL_BLANK);

      height = MAX (height, coach_paper_text_get_height (text) + 4);
    }
  return height;
}

static void
put_weeks (CoachSheetLayout *self,
           CoachSheetBlock  *block,
           Grid             *grid,
           guint             n_days)
{
  const CoachSheetDiary *diary = &self->content->diary;
  double top = grid->y;

  for (guint day = 0; day < n_days; day++)
    put_in_cell (self, block, diary->days[day % WEEK], COACH_SHEET_SMALL_BOLD,
                 grid->label + day * grid->cell, grid->cell, grid);
  grid->y += grid->row;
  for (guint i = 0; diary->rows[i] != NULL; i++)
    {
      put_in_cell (self, block, diary->rows[i], COACH_SHEET_SMALL, 0, grid->label, grid);
      grid->y += grid->row;
    }
  put_lines (block, grid, top, n_days);
}

/**
 * coach_sheet_layout_add_diary:
 * @self: a layout
 *
 * Adds the table of 14 days, a week below the other where both have no room side by side.
 */
void
coach_sheet_layout_add_diary (CoachSheetLayout *self)
{
  const CoachSheetDiary *diary = &self->content->diary;
  double label = self->width * (self->is_large ? 0.3 : LABEL_SHARE);
  guint n_days = !self->is_large && (self->width - label) / N_DAYS >= MIN_CELL ? N_DAYS : WEEK;
  Grid grid = { .label = label, .cell = (self->width - label) / n_days };

  if (diary->title == NULL)
    return;
  grid.row = measure_row (self, &grid);
  for (guint done = 0; done < N_DAYS; done += n_days)
    {
      g_auto (CoachSheetBlock) block = { 0 };

      coach_sheet_block_init (&block, self->width);
      grid.y = 0;
      if (done == 0)
        {
          grid.y = coach_sheet_block_put_text (&block, coach_sheet_make_text (self, diary->title,
                                                                              COACH_SHEET_HEADING,
                                                                              self->width),
                                               0, 4, self->width);
          grid.y = coach_sheet_block_put_text (&block, coach_sheet_make_text (self, diary->hint,
                                                                              COACH_SHEET_SMALL,
                                                                              self->width),
                                               0, grid.y + 1, self->width) + 5;
        }
      put_weeks (self, &block, &grid, n_days);
      block.after = 12;
      coach_sheet_layout_place (self, &block);
    }
}

/**
 * coach_sheet_layout_add_code:
 * @self: a layout
 *
 * Adds the code with what it is beside it, or the reason why there is none.
 */
void
coach_sheet_layout_add_code (CoachSheetLayout *self)
{
  const CoachSheetContent *content = self->content;
  g_autoptr (CoachSheetCode) code = content->code != NULL ? coach_sheet_code_new (content->code)
                                                          : NULL;
  g_auto (CoachSheetBlock) block = { 0 };
  double width = code != NULL ? coach_sheet_code_get_width_pt (code) : 0;
  double x = code != NULL ? width + 8 : 0;

  if (content->code_note == NULL)
    return;
  coach_sheet_block_init (&block, self->width);
  if (code != NULL)
    coach_sheet_block_put (&block, (CoachSheetBox) { .kind = COACH_SHEET_BOX_CODE, .width = width,
                                                     .height = width });
  /* Beside the code where a column of words has room, else below it. */
  if (self->width - x < coach_sheet_get_size (self, COACH_SHEET_SMALL) * 12)
    {
      block.flow_y = width;
      x = 0;
    }
  else
    block.flow_y = code != NULL ? COACH_SHEET_CODE_QUIET * 1.3 : 0;
  block.flow_x = x;
  block.flow_width = self->width - x;
  coach_sheet_block_flow (&block, NULL, content->code_note, COACH_SHEET_SMALL, 0);
  coach_sheet_layout_place (self, &block);
}
