#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-activity.h"
#include "coach-activity-private.h"

#include <string.h>

#include "coach-safety-guide.h"

#define MAX_ROWS   20
#define MAX_SCORE  10
#define N_COLOURS  (COACH_PAIN_SAME_DAY + 1)

struct _CoachActivity
{
  GObject    parent_instance;

  char      *id;
  char      *name;    /* translated */
  GArray    *rows;    /* (element-type CoachActivityRow), the last one always holds */
  char     **tips;    /* translated */
  char     **claims;  /* S1 to S69, see the catalogue's README */
  char     **sources; /* translated */
};

/**
 * CoachActivity:
 *
 * Something that people do every day, and what is said of it by how the day is. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachActivity, coach_activity, G_TYPE_OBJECT)

static void
row_clear (gpointer data)
{
  CoachActivityRow *row = data;

  g_strfreev (row->when.limits);
  g_strfreev (row->when.answers);
  g_strfreev (row->when.notes);
  g_free (row->text);
}

static void
coach_activity_finalize (GObject *object)
{
  CoachActivity *self = COACH_ACTIVITY (object);

  g_free (self->id);
  g_free (self->name);
  g_array_unref (self->rows);
  g_strfreev (self->tips);
  g_strfreev (self->claims);
  g_strfreev (self->sources);

  G_OBJECT_CLASS (coach_activity_parent_class)->finalize (object);
}

static void
coach_activity_class_init (CoachActivityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_activity_finalize;
}

static void
coach_activity_init (CoachActivity *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (CoachActivityRow));
  g_array_set_clear_func (self->rows, row_clear);
}

/* A condition that is not asked for is left out: false would be one that nobody means. */
static gboolean
read_true (CoachContentReader *reader,
           const char         *member)
{
  if (!coach_content_reader_has (reader, member))
    return FALSE;
  if (coach_content_reader_get_boolean (reader, member))
    return TRUE;
  coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, member,
                             "is false, must be true or left out");
  return FALSE;
}

static guint
read_score (CoachContentReader *reader,
            const char         *member)
{
  return coach_content_reader_has (reader, member)
             ? coach_content_reader_get_uint (reader, member, 1, MAX_SCORE)
             : 0;
}

static char **
read_ids (CoachContentReader *reader,
          const char         *member)
{
  return coach_content_reader_has (reader, member)
             ? coach_content_reader_dup_ids (reader, member, 1, 10)
             : g_new0 (char *, 1);
}

/* Takes words as bits, by their places in a vocabulary. */
static guint
read_bits (CoachContentReader *reader,
           const char         *member,
           const char * const *words)
{
  g_auto (GStrv) ids = read_ids (reader, member);
  guint bits = 0;

  coach_content_reader_check_known (reader, member, (const char * const *) ids, words);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) ids, words[i]))
      bits |= 1u << i;
  return bits;
}

static guint
read_flags (CoachContentReader *reader)
{
  const char *words[COACH_N_PAIN_FLAGS + 1] = { NULL };

  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    words[i] = coach_pain_flag_get_id ((CoachPainFlags) (1u << i));
  return read_bits (reader, "flags", words);
}

static guint
read_trends (CoachContentReader *reader)
{
  const char *words[COACH_N_TRENDS + 1] = { NULL };

  for (guint i = 0; i < COACH_N_TRENDS; i++)
    words[i] = coach_trend_get_id ((CoachTrend) i);
  return read_bits (reader, "verdict", words);
}

static guint
read_colours (CoachContentReader *reader)
{
  const char *words[N_COLOURS + 1] = { NULL };

  for (guint i = 0; i < N_COLOURS; i++)
    words[i] = coach_pain_colour_get_id ((CoachPainColour) i);
  return read_bits (reader, "last_time", words);
}

static void
read_when (CoachActivityWhen  *when,
           CoachContentReader *reader)
{
  coach_content_reader_begin_object (reader, "when");
  when->blocked = read_true (reader, "blocked");
  when->no_exercise = read_true (reader, "no_exercise");
  when->flags = (CoachPainFlags) read_flags (reader);
  when->trends = read_trends (reader);
  when->colours = read_colours (reader);
  when->leg_min = read_score (reader, "leg_min");
  when->pain_min = read_score (reader, "pain_min");
  when->limits = read_ids (reader, "limits");
  when->answers = read_ids (reader, "profile");
  when->notes = read_ids (reader, "note");
  coach_content_reader_end (reader);
}

static gboolean
always_holds (const CoachActivityWhen *when)
{
  return !when->blocked && !when->no_exercise && when->flags == 0 && when->trends == 0
         && when->colours == 0 && when->leg_min == 0 && when->pain_min == 0
         && when->limits[0] == NULL && when->answers[0] == NULL && when->notes[0] == NULL;
}

/* What comes after a row that always holds would never be said, and something must be. */
static void
check_place (CoachContentReader      *reader,
             const CoachActivityWhen *when,
             gboolean                 is_last)
{
  if (coach_content_reader_failed (reader) || always_holds (when) == is_last)
    return;
  coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "when",
                             is_last ? "must be empty in the last row"
                                     : "may be empty in the last row alone");
}

static void
read_row (CoachActivity      *self,
          CoachContentReader *reader,
          gboolean            is_last)
{
  static const char * const verdicts[] = { "go", "modify", "skip", NULL };
  CoachActivityRow row = { 0 };

  read_when (&row.when, reader);
  row.verdict
      = (CoachActivityVerdict) coach_content_reader_get_choice (reader, "verdict", verdicts);
  row.text = coach_content_reader_dup_text (reader, "text", "activity advice", 240);
  check_place (reader, &row.when, is_last);
  g_array_append_val (self->rows, row);
}

/* Takes the numbers of the claims that a text carries. */
char **
coach_activity_read_claims (CoachContentReader *reader)
{
  char **claims = coach_content_reader_dup_strings (reader, "claims", 0, 12, 3);

  for (guint i = 0; claims[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("claims[%u]", i);

      if (claims[i][0] != 'S' || claims[i][1] == '\0'
          || strspn (claims[i] + 1, "0123456789") != strlen (claims[i] + 1))
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, where,
                                   "is no S with a number");
    }
  return claims;
}

/* Takes an activity from the object the reader stands in. */
CoachActivity *
coach_activity_read (CoachContentReader *reader)
{
  CoachActivity *self = g_object_new (COACH_TYPE_ACTIVITY, NULL);
  guint n;

  self->id = coach_content_reader_dup_id (reader, "id");
  self->name = coach_content_reader_dup_text (reader, "name", "activity name", 40);
  n = coach_content_reader_begin_array (reader, "advice", 1, MAX_ROWS);
  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_row (self, reader, i + 1 == n);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
  self->tips = coach_content_reader_dup_texts (reader, "tips", "activity tip", 0, 8, 200);
  self->claims = coach_activity_read_claims (reader);
  self->sources = coach_content_reader_dup_texts (reader, "sources", "source", 1, 8, 80);
  return self;
}

/**
 * coach_activity_get_id:
 * @self: an activity
 *
 * Gets the id.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_activity_get_id (CoachActivity *self)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), NULL);

  return self->id;
}

/**
 * coach_activity_get_name:
 * @self: an activity
 *
 * Gets the translated name.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_activity_get_name (CoachActivity *self)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), NULL);

  return self->name;
}

/**
 * coach_activity_get_n_rows:
 * @self: an activity
 *
 * Gets how many rows of advice there are.
 *
 * Returns: at least 1
 */
guint
coach_activity_get_n_rows (CoachActivity *self)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), 0);

  return self->rows->len;
}

/**
 * coach_activity_get_row:
 * @self: an activity
 * @index: which row
 *
 * Gets a row of advice, in the order in which they are tried. The last one always holds.
 *
 * Returns: (transfer none): a row
 */
const CoachActivityRow *
coach_activity_get_row (CoachActivity *self,
                        guint          index)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, CoachActivityRow, index);
}

/**
 * coach_activity_get_tips:
 * @self: an activity
 *
 * Gets what is good to know whatever the day is like, translated.
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences; there may be none
 */
const char * const *
coach_activity_get_tips (CoachActivity *self)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), NULL);

  return (const char * const *) self->tips;
}

/**
 * coach_activity_get_claims:
 * @self: an activity
 *
 * Gets which claims the advice and the tips carry, see the catalogue's README.
 *
 * Returns: (transfer none) (array zero-terminated=1): numbers such as S14; there may be none
 */
const char * const *
coach_activity_get_claims (CoachActivity *self)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), NULL);

  return (const char * const *) self->claims;
}

/**
 * coach_activity_get_sources:
 * @self: an activity
 *
 * Gets where the advice comes from, translated.
 *
 * Returns: (transfer none) (array zero-terminated=1): short references
 */
const char * const *
coach_activity_get_sources (CoachActivity *self)
{
  g_return_val_if_fail (COACH_IS_ACTIVITY (self), NULL);

  return (const char * const *) self->sources;
}

/**
 * coach_activity_verdict_get_id:
 * @verdict: what is said of an activity
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): "go", "modify" or "skip"
 */
const char *
coach_activity_verdict_get_id (CoachActivityVerdict verdict)
{
  switch (verdict)
    {
    case COACH_ACTIVITY_GO:
      return "go";
    case COACH_ACTIVITY_MODIFY:
      return "modify";
    case COACH_ACTIVITY_SKIP:
    default:
      return "skip";
    }
}
