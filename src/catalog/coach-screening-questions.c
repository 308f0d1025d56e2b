#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-screening-private.h"

#include <string.h>

#include "coach-catalog-checks-private.h"

/* Reads the questions of screening.json. */

static void
unless_free (CoachScreeningUnless *unless)
{
  g_free (unless->question);
  g_free (unless->advice);
  g_free (unless->sets);
  g_free (unless);
}

void
coach_screening_question_free (gpointer data)
{
  CoachScreeningQuestion *question = data;

  g_free (question->id);
  g_free (question->question);
  g_free (question->advice);
  g_strfreev (question->limits);
  g_free (question->detail_question);
  g_free (question->condition);
  g_clear_pointer (&question->unless, unless_free);
  g_free (question->source);
  g_free (question);
}

static gboolean
read_blocks (CoachContentReader *reader)
{
  static const char * const exercises[] = { "note", "blocked", NULL };

  return coach_content_reader_get_choice (reader, "exercises", exercises) == 1;
}

/* What lifts a block is always said, and only of a block: left out, it would be the mildest. */
static CoachScreeningLift
read_lift (CoachContentReader *reader,
           gboolean            blocks)
{
  static const char * const lifts[] = { "clinician", "no-later", "never", NULL };

  return blocks ? (CoachScreeningLift) coach_content_reader_get_choice (reader, "lift", lifts)
                : COACH_SCREENING_LIFT_CLINICIAN;
}

static CoachScreeningAsk
read_ask (CoachContentReader *reader)
{
  static const char * const names[]
      = { "first",  "after-break",  "weekly",         "monthly",     "monthly-if-yes",
          "yearly", "new-numbness", "urgent-verdict", "severe-note", NULL };
  g_auto (GStrv) ask = coach_content_reader_dup_ids (reader, "ask", 1, COACH_N_SCREENING_ASKS);
  CoachScreeningAsk bits = 0;

  coach_content_reader_check_known (reader, "ask", (const char * const *) ask, names);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) ask, names[i]))
      bits |= 1u << i;
  if ((bits & COACH_SCREENING_ASK_FIRST) == 0)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "ask", "must name first");
  return bits;
}

static char **
read_question_limits (CoachScreening     *self,
                      CoachContentReader *reader)
{
  char **limits = coach_content_reader_dup_ids (reader, "limits", 0, 12);

  for (guint i = 0; limits[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("limits[%u]", i);

      if (coach_screening_lookup_limit (self, limits[i]) == NULL)
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, where, "%s is unknown",
                                   limits[i]);
    }
  return limits;
}

/* A limit that counts weeks or months needs what it counts from, and nothing else does. */
static void
check_detail (CoachScreening         *self,
              CoachContentReader     *reader,
              CoachScreeningQuestion *question)
{
  gboolean needs_weeks = FALSE;
  gboolean needs_date = FALSE;

  if (coach_content_reader_failed (reader))
    return;
  for (guint i = 0; question->limits[i] != NULL; i++)
    {
      const CoachLimit *limit = coach_screening_lookup_limit (self, question->limits[i]);

      needs_weeks |= limit->from_week > 0;
      needs_date |= limit->block_months > 0;
    }
  if (needs_weeks != (question->detail == COACH_SCREENING_DETAIL_WEEKS))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "detail", "%s",
                               needs_weeks ? "must be weeks, which a limit counts"
                                           : "is weeks, but no limit counts them");
  if (needs_date != (question->detail == COACH_SCREENING_DETAIL_DATE))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "detail", "%s",
                               needs_date ? "must be date, from which a limit counts"
                                          : "is date, but no limit counts from it");
}

static void
read_detail (CoachScreening         *self,
             CoachContentReader     *reader,
             CoachScreeningQuestion *question)
{
  static const char * const details[] = { "weeks", "date", NULL };

  if (coach_content_reader_has (reader, "detail"))
    {
      question->detail = COACH_SCREENING_DETAIL_WEEKS
                         + coach_content_reader_get_choice (reader, "detail", details);
      question->detail_question = coach_content_reader_dup_text (
          reader, "detail_question", "screening detail question", 90);
    }
  check_detail (self, reader, question);
}

/* A second question may lift what the first leads to, and never adds to it. */
static void
check_unless (CoachContentReader     *reader,
              CoachScreeningQuestion *question)
{
  if (coach_content_reader_failed (reader))
    return;
  if (question->unless->outcome > question->outcome)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "then",
                               "is more urgent than the question");
  else if (question->unless->blocks && !question->blocks)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "exercises",
                               "is stricter than the question");
}

static void
read_unless (CoachContentReader     *reader,
             CoachScreeningQuestion *question)
{
  static const char * const sets[] = { "reviewed.both", "reviewed.side", NULL };
  CoachScreeningUnless *unless;

  if (!coach_content_reader_has (reader, "unless"))
    return;
  unless = question->unless = g_new0 (CoachScreeningUnless, 1);
  coach_content_reader_begin_object (reader, "unless");
  unless->question = coach_content_reader_dup_text (reader, "question", "screening question", 190);
  unless->outcome = coach_screening_read_outcome (reader, "then");
  unless->blocks = read_blocks (reader);
  unless->advice = coach_screening_read_advice (reader, "advice");
  if (coach_content_reader_has (reader, "sets"))
    unless->sets = g_strdup (sets[coach_content_reader_get_choice (reader, "sets", sets)]);
  check_unless (reader, question);
  coach_content_reader_end (reader);
}

/* Nobody is sent to a doctor today and exercises meanwhile. */
static void
check_outcome (CoachContentReader     *reader,
               CoachScreeningQuestion *question,
               const char             *english_advice)
{
  gboolean is_emergency = question->outcome == COACH_SCREENING_EMERGENCY;

  if (is_emergency != (question->group == COACH_SCREENING_GROUP_EMERGENCY))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "yes", "%s",
                               is_emergency ? "is emergency outside that group"
                                            : "must be emergency in that group");
  else if (question->outcome >= COACH_SCREENING_SAME_DAY && !question->blocks)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "exercises",
                               "must be blocked for what is so urgent");
  else if (is_emergency && strstr (english_advice, "{emergency}") == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "advice",
                               "does not say {emergency}");
}

static void
check_place (CoachScreening         *self,
             CoachContentReader     *reader,
             CoachScreeningQuestion *question)
{
  guint n = self->questions->len;
  const CoachScreeningQuestion *last = n > 0 ? g_ptr_array_index (self->questions, n - 1) : NULL;

  if (coach_content_reader_failed (reader))
    return;
  if (coach_screening_lookup_question (self, question->id) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id", "%s stands twice",
                               question->id);
  else if (last != NULL && last->group > question->group)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "group", "comes after %s",
                               coach_screening_group_get_id (last->group));
}

static void
read_condition (CoachCatalog           *catalog,
                CoachContentReader     *reader,
                CoachScreeningQuestion *question)
{
  if (!coach_content_reader_has (reader, "condition"))
    return;
  question->condition = coach_content_reader_dup_id (reader, "condition");
  if (question->condition != NULL
      && coach_catalog_lookup_condition (catalog, question->condition) == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "condition", "%s is unknown",
                               question->condition);
}

static void
read_question (CoachScreening     *self,
               CoachCatalog       *catalog,
               CoachContentReader *reader)
{
  static const char * const groups[] = { "emergency", "today", "soon", "about-you", NULL };
  CoachScreeningQuestion *question = g_new0 (CoachScreeningQuestion, 1);
  g_autofree char *english_advice = coach_content_reader_dup_string (reader, "advice", 330);

  question->id = coach_content_reader_dup_id (reader, "id");
  question->group = (CoachScreeningGroup) coach_content_reader_get_choice (reader, "group", groups);
  question->question
      = coach_content_reader_dup_text (reader, "question", "screening question", 190);
  question->outcome = coach_screening_read_outcome (reader, "yes");
  question->blocks = read_blocks (reader);
  question->lift = read_lift (reader, question->blocks);
  question->advice = coach_screening_read_advice (reader, "advice");
  question->limits = read_question_limits (self, reader);
  question->ask = read_ask (reader);
  read_condition (catalog, reader, question);
  read_detail (self, reader, question);
  read_unless (reader, question);
  question->source = coach_content_reader_dup_string (reader, "source", 200);
  if (!coach_content_reader_failed (reader))
    check_outcome (reader, question, english_advice);
  check_place (self, reader, question);
  g_ptr_array_add (self->questions, question);
}

void
coach_screening_read_questions (CoachScreening     *self,
                                CoachCatalog       *catalog,
                                CoachContentReader *reader)
{
  guint n = coach_content_reader_begin_array (reader, "questions", 1, 100);
  guint groups = 0;

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_question (self, catalog, reader);
      coach_content_reader_end (reader);
    }
  for (guint i = 0; i < self->questions->len; i++)
    groups |= 1u << coach_screening_get_question (self, i)->group;
  for (guint i = 0; i < COACH_N_SCREENING_GROUPS; i++)
    if ((groups & 1u << i) == 0)
      coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, NULL, "has none of %s",
                                 coach_screening_group_get_id ((CoachScreeningGroup) i));
  coach_content_reader_end (reader);
}
