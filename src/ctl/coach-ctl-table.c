#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include "coach-ctl.h"

/* A row has a cell a column; a note has one cell, shown below the row's last column. */
typedef struct
{
  char     **cells; /* (owned): safe to be shown */
  gboolean   is_note;
} Row;

struct _CoachCtlTable
{
  guint   n_columns;
  GArray *rows; /* (owned) (element-type Row) */
};

static void
row_clear (gpointer data)
{
  g_strfreev (((Row *) data)->cells);
}

/**
 * coach_ctl_table_new:
 * @n_columns: at least 1
 *
 * Makes an empty table.
 *
 * Returns: (transfer full): a table
 */
CoachCtlTable *
coach_ctl_table_new (guint n_columns)
{
  CoachCtlTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (CoachCtlTable, 1);
  self->n_columns = n_columns;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

/**
 * coach_ctl_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
coach_ctl_table_free (CoachCtlTable *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * coach_ctl_table_add_row:
 * @self: a table
 * @first: the first cell
 * @...: the other cells, one for each column, and %NULL
 *
 * Adds a row.
 */
void
coach_ctl_table_add_row (CoachCtlTable *self,
                         const char    *first,
                         ...)
{
  Row row = { .cells = g_new0 (char *, self->n_columns + 1) };
  const char *cell = first;
  va_list cells;

  va_start (cells, first);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_assert (cell != NULL);
      row.cells[i] = coach_ctl_dup_safe (cell);
      cell = va_arg (cells, const char *);
    }
  va_end (cells);
  g_array_append_val (self->rows, row);
}

/**
 * coach_ctl_table_add_note:
 * @self: a table
 * @note: a sentence
 *
 * Adds a sentence below the last column of the row before, wrapped.
 */
void
coach_ctl_table_add_note (CoachCtlTable *self,
                          const char    *note)
{
  Row row = { .cells = g_new0 (char *, 2), .is_note = TRUE };

  row.cells[0] = coach_ctl_dup_safe (note);
  g_array_append_val (self->rows, row);
}

/* Returns (transfer full): the width of each column. */
static guint *
measure_columns (CoachCtlTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      for (guint column = 0; !row->is_note && column < self->n_columns; column++)
        widths[column] = MAX (widths[column], coach_ctl_get_width (row->cells[column]));
    }
  return widths;
}

/* All of a row but its last cell, padded. */
static char *
make_lead (CoachCtlTable *self,
           const guint   *widths,
           Row           *row,
           const char    *indent)
{
  g_autoptr (GString) lead = g_string_new (indent);

  for (guint i = 0; i + 1 < self->n_columns; i++)
    {
      const char *cell = row->is_note ? "" : row->cells[i];
      guint padding = widths[i] + 2 - coach_ctl_get_width (cell);

      g_string_append_printf (lead, "%s%*s", cell, (int) padding, "");
    }
  return g_string_free (g_steal_pointer (&lead), FALSE);
}

/**
 * coach_ctl_table_print:
 * @self: a table
 * @indent: what every line begins with
 * @text: takes the words
 *
 * Adds the table's lines: columns aligned, two blanks between them, the last one wrapped.
 */
void
coach_ctl_table_print (CoachCtlTable *self,
                       const char    *indent,
                       GString       *text)
{
  g_autofree guint *widths = measure_columns (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      g_autofree char *lead = make_lead (self, widths, row, indent);
      const char *last = row->cells[row->is_note ? 0 : self->n_columns - 1];

      /* An empty last cell leaves no blanks at the end of the line. */
      coach_ctl_print (text, *last != '\0' ? lead : g_strchomp (lead), last);
    }
}
