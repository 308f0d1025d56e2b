#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-report-layout-private.h"

#include <glib/gi18n-lib.h>

#include "coach-paper-text-private.h"

/* Tables share what is left of a page: each gets its next row in turn as long as there is room, so
 * that a long list does not push a short one off the paper. */

/* Points. */
#define ROW_BLANK    2.5
#define TITLE_BLANK  3
#define TABLE_BLANK  8
#define COLUMN_BLANK 8
/* Of a cell; what is longer ends in an ellipsis. */
#define MAX_LINES    2

typedef struct
{
  const CoachReportTable *table;
  guint                   n_rows; /* how many are shown */
  gboolean                is_full; /* no further row has room */
} Share;

static guint
count_columns (const CoachReportTable *table)
{
  return g_strv_length (table->heads);
}

static gboolean
has_heads (const CoachReportTable *table)
{
  for (guint i = 0; table->heads[i] != NULL; i++)
    if (*table->heads[i] != '\0')
      return table->rows->len > 0;
  return FALSE;
}

static double
get_column (CoachReportPage        *page,
            const CoachReportTable *table,
            guint                   column,
            double                 *width)
{
  guint sum = 0;
  guint before = 0;

  for (guint i = 0; i < count_columns (table); i++)
    {
      sum += table->shares[i];
      before += i < column ? table->shares[i] : 0;
    }
  *width = page->width * table->shares[column] / sum - COLUMN_BLANK;
  return page->left + page->width * before / sum;
}

static double
measure_text (CoachReportPage  *page,
              const char       *text,
              CoachReportStyle  style,
              double            width)
{
  g_autoptr (PangoLayout) layout = coach_report_page_make_text (page, text, style, width, MAX_LINES);

  return coach_paper_text_get_height (layout);
}

static double
measure_row (CoachReportPage        *page,
             const CoachReportTable *table,
             char                  **cells,
             CoachReportStyle        style)
{
  double height = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      double width;

      get_column (page, table, i, &width);
      height = MAX (height, measure_text (page, cells[i], style, width));
    }
  return height + ROW_BLANK;
}

static void
put_row (CoachReportPage        *page,
         const CoachReportTable *table,
         char                  **cells,
         CoachReportStyle        style)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      double width;
      double x = get_column (page, table, i, &width);

      coach_report_page_put (page,
                             coach_report_page_make_text (page, cells[i], style, width, MAX_LINES),
                             x, page->y, width);
    }
  page->y += measure_row (page, table, cells, style);
}

/* The title, the heads or what stands for no rows, and a line that says how many more there are. */
static double
measure_frame (CoachReportPage        *page,
               const CoachReportTable *table)
{
  double height = measure_text (page, table->title, COACH_REPORT_HEADING, page->width)
                  + TITLE_BLANK + TABLE_BLANK;

  if (has_heads (table))
    height += measure_row (page, table, table->heads, COACH_REPORT_SMALL);
  return height + measure_text (page, table->empty, COACH_REPORT_TEXT, page->width) + ROW_BLANK;
}

static gboolean
take_row (CoachReportPage *page,
          Share           *share,
          double          *room)
{
  double height;

  if (share->is_full || share->n_rows == share->table->rows->len)
    return FALSE;
  height = measure_row (page, share->table, g_ptr_array_index (share->table->rows, share->n_rows),
                        COACH_REPORT_TEXT);
  if (height > *room)
    {
      share->is_full = TRUE;
      return FALSE;
    }
  *room -= height;
  share->n_rows++;
  return TRUE;
}

static void
share_out (CoachReportPage *page,
           Share           *shares,
           guint            n_shares)
{
  double room = page->bottom - page->y;
  gboolean took = TRUE;

  for (guint i = 0; i < n_shares; i++)
    room -= measure_frame (page, shares[i].table);
  while (took)
    {
      took = FALSE;
      for (guint i = 0; i < n_shares; i++)
        took = take_row (page, &shares[i], &room) || took;
    }
}

static void
put_line (CoachReportPage  *page,
          const char       *text,
          CoachReportStyle  style,
          double            blank)
{
  PangoLayout *layout = coach_report_page_make_text (page, text, style, page->width, MAX_LINES);

  page->y += coach_report_page_put (page, layout, page->left, page->y, page->width) + blank;
}

static void
put_table (CoachReportPage *page,
           const Share     *share)
{
  const CoachReportTable *table = share->table;
  guint n_more = table->rows->len - share->n_rows;

  put_line (page, table->title, COACH_REPORT_HEADING, TITLE_BLANK);
  if (table->rows->len == 0)
    put_line (page, table->empty, COACH_REPORT_TEXT, ROW_BLANK);
  if (has_heads (table))
    put_row (page, table, table->heads, COACH_REPORT_SMALL);
  for (guint i = 0; i < share->n_rows; i++)
    put_row (page, table, g_ptr_array_index (table->rows, i), COACH_REPORT_TEXT);
  if (n_more > 0)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      put_line (page, more, COACH_REPORT_TEXT, ROW_BLANK);
    }
  page->y += TABLE_BLANK;
}

void
coach_report_page_add_tables (CoachReportPage *self,
                              GPtrArray       *tables)
{
  g_autofree Share *shares = g_new0 (Share, tables->len);

  for (guint i = 0; i < tables->len; i++)
    shares[i].table = g_ptr_array_index (tables, i);
  share_out (self, shares, tables->len);
  for (guint i = 0; i < tables->len; i++)
    put_table (self, &shares[i]);
}
