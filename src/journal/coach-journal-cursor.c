#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-rows-private.h"

/* In the order of the columns. */
static const CoachZone zones[] = {
  COACH_ZONE_LOW_BACK,      COACH_ZONE_BUTTOCK_LEFT,  COACH_ZONE_THIGH_LEFT,
  COACH_ZONE_CALF_LEFT,     COACH_ZONE_FOOT_LEFT,     COACH_ZONE_BUTTOCK_RIGHT,
  COACH_ZONE_THIGH_RIGHT,   COACH_ZONE_CALF_RIGHT,    COACH_ZONE_FOOT_RIGHT,
};

G_STATIC_ASSERT (G_N_ELEMENTS (zones) == COACH_N_ZONES);

/* Parameters are counted from 1, columns from 0. */
void
coach_journal_cursor_put_int (CoachJournalCursor *self,
                              gint64              value)
{
  sqlite3_bind_int64 (self->statement, ++self->column, value);
}

void
coach_journal_cursor_put_text (CoachJournalCursor *self,
                               const char         *text)
{
  sqlite3_bind_text (self->statement, ++self->column, text, -1, SQLITE_TRANSIENT);
}

/* Puts the seconds since 1970 and the offset; two nulls for no time. */
void
coach_journal_cursor_put_time (CoachJournalCursor *self,
                               GDateTime          *time)
{
  if (time != NULL)
    {
      coach_journal_cursor_put_int (self, g_date_time_to_unix (time));
      coach_journal_cursor_put_int (self, g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND);
    }
  else
    self->column += 2;
}

/* Puts the Julian day of the local date. */
void
coach_journal_cursor_put_day (CoachJournalCursor *self,
                              GDateTime          *time)
{
  GDate day = coach_diary_day_of (time);

  coach_journal_cursor_put_int (self, g_date_get_julian (&day));
}

void
coach_journal_cursor_put_pain (CoachJournalCursor *self,
                               const CoachPain    *pain)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    coach_journal_cursor_put_int (self, pain->scores[zones[i]]);
  coach_journal_cursor_put_int (self, pain->left);
  coach_journal_cursor_put_int (self, pain->right);
}

/* Runs a statement that gives no row. */
gboolean
coach_journal_cursor_run (CoachJournalCursor  *self,
                          CoachJournalFile    *file,
                          GError             **error)
{
  gboolean has_row;

  return coach_journal_file_step (file, self->statement, &has_row, error);
}

gint64
coach_journal_cursor_take_int (CoachJournalCursor *self)
{
  return sqlite3_column_int64 (self->statement, self->column++);
}

/* Whether the next column is empty; it is still the next one then. */
gboolean
coach_journal_cursor_is_null (CoachJournalCursor *self)
{
  return sqlite3_column_type (self->statement, self->column) == SQLITE_NULL;
}

/* Valid until the next row; NULL for an empty column, and for what only damage makes of a text. */
const char *
coach_journal_cursor_take_text (CoachJournalCursor *self)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, self->column++);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* The same where a text must be: never NULL, though the file may be read before it is checked. */
const char *
coach_journal_cursor_take_word (CoachJournalCursor *self)
{
  const char *text = coach_journal_cursor_take_text (self);

  return text != NULL ? text : "";
}

/* To look a zone up takes longer than all else of a row, and nearly all rows have the same one. */
static GTimeZone *
get_zone (CoachJournalCursor *self,
          gint32              offset_s)
{
  if (self->zone != NULL && self->offset_s == offset_s)
    return self->zone;
  coach_journal_cursor_end (self);
  self->zone = g_time_zone_new_offset (offset_s);
  self->offset_s = offset_s;
  return self->zone;
}

/* Returns: (transfer full) (nullable) */
GDateTime *
coach_journal_cursor_take_time (CoachJournalCursor *self)
{
  gboolean is_null = coach_journal_cursor_is_null (self);
  gint64 at_s = coach_journal_cursor_take_int (self);
  gint64 offset_s = coach_journal_cursor_take_int (self);
  g_autoptr (GDateTime) utc = NULL;

  if (is_null)
    return NULL;
  utc = g_date_time_new_from_unix_utc (at_s);
  return utc != NULL ? g_date_time_to_timezone (utc, get_zone (self, (gint32) offset_s)) : NULL;
}

/* Lets go of what is kept from row to row. Whoever took no time need not. */
void
coach_journal_cursor_end (CoachJournalCursor *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

CoachPain
coach_journal_cursor_take_pain (CoachJournalCursor *self)
{
  CoachPain pain = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      gint64 score = coach_journal_cursor_take_int (self);

      pain.scores[zones[i]] = (guint8) CLAMP (score, 0, COACH_PAIN_WORST);
    }
  pain.left = (CoachPainFlags) coach_journal_cursor_take_int (self);
  pain.right = (CoachPainFlags) coach_journal_cursor_take_int (self);
  return pain;
}
