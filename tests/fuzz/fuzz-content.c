/* A fuzzer for one kind of content file, FUZZ_KIND. Whatever the bytes are, they are read into
 * something whole, or refused with one line that names the file. */
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>

#include "catalog.h"
#include "coach-avoid-entry-private.h"
#include "coach-catalog-checks-private.h"
#include "coach-catalog-content-private.h"
#include "coach-movement-private.h"
#include "coach-pain-guide-private.h"
#include "coach-routine-private.h"
#include "coach-safety-guide-private.h"
#include "coach-screening-private.h"

#define KIND_MOVEMENT   1
#define KIND_AVOID      2
#define KIND_ROUTINE    3
#define KIND_TRAITS     4
#define KIND_CONDITIONS 5
#define KIND_RULES      6
#define KIND_ACTIVITIES 7
#define KIND_ARTICLE    8
#define KIND_SCREENING  9
#define KIND_SAFETY     10
#define KIND_PAIN       11

int LLVMFuzzerInitialize (int    *argc,
                          char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* A fuzzer is called with nothing but bytes, so what it reads them against has to be kept here. */
static CoachCatalog *shipped;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  const char *folder = g_getenv ("LOWTIDE_CATALOG_DIR");
  g_autoptr (GError) error = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  shipped = folder != NULL ? coach_catalog_load (folder, &error) : NULL;
  if (shipped == NULL)
    {
      g_printerr ("LOWTIDE_CATALOG_DIR must name a catalogue: %s\n",
                  error != NULL ? error->message : "it is not set");
      exit (1);
    }
  return 0;
}

static void
assert_refusal (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == COACH_CATALOG_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "fuzz.json: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  for (const char *c = error->message; *c != '\0'; c = g_utf8_next_char (c))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)));
}

#if FUZZ_KIND == KIND_MOVEMENT || FUZZ_KIND == KIND_AVOID

/* What was read without a failure has no holes. */
static void
assert_whole (CoachMove *move)
{
  g_assert_nonnull (coach_move_get_id (move));
  g_assert_nonnull (coach_move_get_name (move));
  g_assert_nonnull (coach_move_get_main_key (move));
#if FUZZ_KIND == KIND_MOVEMENT
  for (CoachSide side = COACH_SIDE_LEFT; side <= COACH_SIDE_RIGHT; side++)
    {
      g_assert_nonnull (coach_movement_get_steps (COACH_MOVEMENT (move), side)[2]);
      g_assert_nonnull (coach_movement_get_cue (COACH_MOVEMENT (move), side));
    }
  g_assert_cmpuint (coach_dose_get_total_seconds (coach_movement_get_dose (COACH_MOVEMENT (move)),
                                                  TRUE), >, 0);
#else
  g_assert_nonnull (coach_avoid_entry_get_why (COACH_AVOID_ENTRY (move)));
#endif
}

static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachMove) move = NULL;

  coach_content_reader_begin_root (reader);
#if FUZZ_KIND == KIND_MOVEMENT
  move = COACH_MOVE (coach_movement_read (reader));
#else
  move = COACH_MOVE (coach_avoid_entry_read (reader));
#endif
  coach_content_reader_end (reader);
  coach_catalog_check_outside_move (shipped, reader, move);
  if (!coach_content_reader_failed (reader))
    assert_whole (move);
}

#elif FUZZ_KIND == KIND_ROUTINE

static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachRoutine) routine = NULL;

  coach_content_reader_begin_root (reader);
  routine = coach_routine_read (shipped, reader);
  coach_content_reader_end (reader);
  if (coach_content_reader_failed (reader))
    return;
  g_assert_nonnull (coach_routine_get_title (routine));
  g_assert_cmpuint (coach_routine_get_n_steps (routine), >=, 2);
  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    g_assert_cmpuint (coach_routine_get_step (routine, i)->dose.sets, >, 0);
}

#elif FUZZ_KIND == KIND_TRAITS || FUZZ_KIND == KIND_CONDITIONS || FUZZ_KIND == KIND_ACTIVITIES

static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachCatalog) catalog = coach_catalog_new ();

#if FUZZ_KIND == KIND_TRAITS
  coach_catalog_read_traits (catalog, reader);
#elif FUZZ_KIND == KIND_ACTIVITIES
  coach_catalog_read_activities (catalog, reader);
#else
  coach_catalog_read_conditions (catalog, reader);
#endif
}

#elif FUZZ_KIND == KIND_ARTICLE

/* Articles are read into a catalogue that has only the activities they are about. */
static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachCatalog) catalog = coach_catalog_new ();
  GListModel *activities = coach_catalog_get_activities (shipped);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      coach_catalog_add_activity (catalog, activity);
    }
  coach_catalog_read_article (catalog, reader);
}

#elif FUZZ_KIND == KIND_RULES

/* Rules are read into a catalogue that has only what they speak of. */
static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachCatalog) catalog = coach_catalog_new ();
  GListModel *traits = coach_catalog_get_traits (shipped);
  GListModel *conditions = coach_catalog_get_conditions (shipped);

  for (guint i = 0; i < g_list_model_get_n_items (traits); i++)
    {
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, i);

      coach_catalog_add_trait (catalog, trait);
    }
  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      coach_catalog_add_condition (catalog, condition);
    }
  coach_catalog_read_rules (catalog, reader);
}

#elif FUZZ_KIND == KIND_SCREENING

static void
assert_question (CoachScreening               *screening,
                 const CoachScreeningQuestion *question)
{
  g_assert_true (question == coach_screening_lookup_question (screening, question->id));
  g_assert_nonnull (question->advice);
  g_assert_true (question->blocks || question->outcome < COACH_SCREENING_SAME_DAY);
  for (guint i = 0; question->limits[i] != NULL; i++)
    g_assert_nonnull (coach_screening_lookup_limit (screening, question->limits[i]));
  g_assert_true ((question->detail == COACH_SCREENING_DETAIL_NONE)
                 == (question->detail_question == NULL));
}

static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachScreening) screening = coach_screening_read (shipped, reader);

  if (coach_content_reader_failed (reader))
    return;
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    assert_question (screening, coach_screening_get_question (screening, i));
  g_assert_nonnull (coach_screening_lookup_help_numbers (screening, "QQ")->emergency);
}

#elif FUZZ_KIND == KIND_SAFETY

static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachSafetyGuide) guide = coach_safety_guide_read (reader);

  if (coach_content_reader_failed (reader))
    return;
  for (guint i = 0; i < COACH_N_PAIN_MOMENTS; i++)
    {
      guint n = 0;

      coach_safety_guide_get_tests (guide, (CoachPainMoment) i, COACH_PAIN_RED, &n);
      g_assert_cmpuint (n, >, 0);
    }
  for (guint i = 0; i < COACH_N_SAFETY_TEXTS; i++)
    g_assert_nonnull (coach_safety_guide_get_text (guide, (CoachSafetyText) i));
}

#else

static void
read_content (CoachContentReader *reader)
{
  g_autoptr (CoachPainGuide) guide = coach_pain_guide_read (shipped, reader);

  if (coach_content_reader_failed (reader))
    return;
  for (guint i = 0; i < COACH_N_TRENDS; i++)
    g_assert_nonnull (coach_pain_guide_get_advice (guide, (CoachTrend) i)->avoid_traits);
  for (const char * const *id = coach_pain_guide_get_note_ids (guide); *id != NULL; id++)
    g_assert_nonnull (coach_pain_guide_get_note (guide, *id));
}

#endif

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (CoachContentReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = coach_content_reader_new_from_data ("fuzz.json", (const char *) data, size, &error);
  if (reader != NULL)
    {
      read_content (reader);
      coach_content_reader_finish (reader, &error);
    }
  if (error != NULL)
    assert_refusal (error);
  return 0;
}
