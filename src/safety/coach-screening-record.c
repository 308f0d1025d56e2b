#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-screening-record.h"

#include <string.h>

struct _CoachScreeningRecord
{
  GObject     parent_instance;

  GHashTable *answers; /* (owned): owned ids of questions to owned CoachScreeningAnswer */
  GDate       cleared; /* not valid when no clinician has cleared exercise */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CoachScreeningAnswer no_answer;

/**
 * CoachScreeningRecord:
 *
 * The answers to the warning-sign questions, and the day on which a clinician said that exercise
 * is fine. It keeps; what the answers come to is decided by [func@screening_decide].
 */
G_DEFINE_FINAL_TYPE (CoachScreeningRecord, coach_screening_record, G_TYPE_OBJECT)

static GHashTable *
make_answers (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Days that are not valid are all alike, whatever is left in them. */
static gboolean
are_same_days (const GDate *a,
               const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);
  return g_date_compare (a, b) == 0;
}

static gboolean
are_same_answers (const CoachScreeningAnswer *a,
                  const CoachScreeningAnswer *b)
{
  return a->answer == b->answer && a->unless == b->unless && a->weeks == b->weeks
         && are_same_days (&a->answered, &b->answered)
         && are_same_days (&a->first_yes, &b->first_yes) && are_same_days (&a->date, &b->date);
}

/* A yes without its first day goes on from the yes before it, or begins on its own day. */
static CoachScreeningAnswer
complete (const CoachScreeningAnswer *before,
          const CoachScreeningAnswer *answer)
{
  CoachScreeningAnswer next = *answer;

  if (next.answer == COACH_ANSWER_YES && !g_date_valid (&next.first_yes))
    next.first_yes = before->answer == COACH_ANSWER_YES && g_date_valid (&before->first_yes)
                         ? before->first_yes
                         : next.answered;
  return next;
}

static gboolean
are_same_records (CoachScreeningRecord *self,
                  CoachScreeningRecord *other)
{
  GHashTableIter iter;
  gpointer id, answer;

  if (g_hash_table_size (self->answers) != g_hash_table_size (other->answers)
      || !are_same_days (&self->cleared, &other->cleared))
    return FALSE;
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &id, &answer))
    if (!are_same_answers (answer, coach_screening_record_get (other, id)))
      return FALSE;
  return TRUE;
}

static void
coach_screening_record_finalize (GObject *object)
{
  CoachScreeningRecord *self = COACH_SCREENING_RECORD (object);

  g_hash_table_unref (self->answers);

  G_OBJECT_CLASS (coach_screening_record_parent_class)->finalize (object);
}

static void
coach_screening_record_class_init (CoachScreeningRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_screening_record_finalize;

  /**
   * CoachScreeningRecord::changed:
   * @self: the record
   *
   * An answer or the clearance is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_screening_record_init (CoachScreeningRecord *self)
{
  self->answers = make_answers ();
  g_date_clear (&self->cleared, 1);
}

/**
 * coach_screening_record_new:
 *
 * Makes the record of somebody who was not asked anything yet.
 *
 * Returns: (transfer full): a record
 */
CoachScreeningRecord *
coach_screening_record_new (void)
{
  return g_object_new (COACH_TYPE_SCREENING_RECORD, NULL);
}

/**
 * coach_screening_record_get:
 * @self: a record
 * @id: the id of a question
 *
 * Gets what is kept of a question.
 *
 * Returns: (transfer none): the answer, valid until the next change; one that says
 *   %COACH_ANSWER_NONE when the question was not answered
 */
const CoachScreeningAnswer *
coach_screening_record_get (CoachScreeningRecord *self,
                            const char           *id)
{
  const CoachScreeningAnswer *answer;

  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (self), &no_answer);
  g_return_val_if_fail (id != NULL, &no_answer);

  answer = g_hash_table_lookup (self->answers, id);
  return answer != NULL ? answer : &no_answer;
}

/**
 * coach_screening_record_set:
 * @self: a record
 * @id: the id of a question; one that no question has is kept for a newer version
 * @answer: (nullable): the answer; %NULL or %COACH_ANSWER_NONE forgets it
 *
 * Keeps an answer. Where a yes does not say since when it is one, that is taken from the yes
 * before it, else from the day of the answer.
 */
void
coach_screening_record_set (CoachScreeningRecord       *self,
                            const char                 *id,
                            const CoachScreeningAnswer *answer)
{
  const CoachScreeningAnswer *before;
  CoachScreeningAnswer next;

  g_return_if_fail (COACH_IS_SCREENING_RECORD (self));
  g_return_if_fail (id != NULL);

  before = coach_screening_record_get (self, id);
  next = answer != NULL ? complete (before, answer) : no_answer;
  if (are_same_answers (before, &next))
    return;
  if (next.answer == COACH_ANSWER_NONE)
    g_hash_table_remove (self->answers, id);
  else
    g_hash_table_replace (self->answers, g_strdup (id), g_memdup2 (&next, sizeof next));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coach_screening_record_dup_ids:
 * @self: a record
 *
 * Lists the questions that were answered, those of other versions too.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, sorted
 */
char **
coach_screening_record_dup_ids (CoachScreeningRecord *self)
{
  g_autoptr (GList) ids = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (self), NULL);

  ids = g_list_sort (g_hash_table_get_keys (self->answers), (GCompareFunc) strcmp);
  for (GList *link = ids; link != NULL; link = link->next)
    g_strv_builder_add (builder, link->data);
  return g_strv_builder_end (builder);
}

/**
 * coach_screening_record_set_cleared:
 * @self: a record
 * @day: (nullable): the local day on which it was said; %NULL takes it back
 *
 * Keeps that a clinician has checked the person and says that exercise is fine.
 */
void
coach_screening_record_set_cleared (CoachScreeningRecord *self,
                                    const GDate          *day)
{
  GDate next;

  g_return_if_fail (COACH_IS_SCREENING_RECORD (self));
  g_return_if_fail (day == NULL || g_date_valid (day));

  g_date_clear (&next, 1);
  if (day != NULL)
    next = *day;
  if (are_same_days (&self->cleared, &next))
    return;
  self->cleared = next;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coach_screening_record_get_cleared:
 * @self: a record
 *
 * Gets the day on which a clinician said that exercise is fine.
 *
 * Returns: (transfer none) (nullable): a local day; %NULL when none did
 */
const GDate *
coach_screening_record_get_cleared (CoachScreeningRecord *self)
{
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (self), NULL);

  return g_date_valid (&self->cleared) ? &self->cleared : NULL;
}

/**
 * coach_screening_record_copy_from:
 * @self: a record
 * @other: another
 *
 * Makes @self the same as @other, and tells so once.
 */
void
coach_screening_record_copy_from (CoachScreeningRecord *self,
                                  CoachScreeningRecord *other)
{
  g_autoptr (GHashTable) answers = make_answers ();
  GHashTableIter iter;
  gpointer id, answer;

  g_return_if_fail (COACH_IS_SCREENING_RECORD (self));
  g_return_if_fail (COACH_IS_SCREENING_RECORD (other));

  if (are_same_records (self, other))
    return;
  g_hash_table_iter_init (&iter, other->answers);
  while (g_hash_table_iter_next (&iter, &id, &answer))
    g_hash_table_insert (answers, g_strdup (id), g_memdup2 (answer, sizeof no_answer));
  g_hash_table_unref (self->answers);
  self->answers = g_steal_pointer (&answers);
  self->cleared = other->cleared;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coach_answer_get_id:
 * @answer: an answer
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): "none", "yes", "no" or "not-sure"
 */
const char *
coach_answer_get_id (CoachAnswer answer)
{
  switch (answer)
    {
    case COACH_ANSWER_YES:
      return "yes";
    case COACH_ANSWER_NO:
      return "no";
    case COACH_ANSWER_NOT_SURE:
      return "not-sure";
    case COACH_ANSWER_NONE:
    default:
      return "none";
    }
}

/**
 * coach_answer_from_id:
 * @id: (nullable): a word, as from a file
 * @answer: (out): where to put the answer
 *
 * Reads the word of an answer.
 *
 * Returns: whether it is one; @answer is left alone when it is not
 */
gboolean
coach_answer_from_id (const char  *id,
                      CoachAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, FALSE);

  for (CoachAnswer i = COACH_ANSWER_NONE; i <= COACH_ANSWER_NOT_SURE; i++)
    if (g_strcmp0 (id, coach_answer_get_id (i)) == 0)
      {
        *answer = i;
        return TRUE;
      }
  return FALSE;
}
