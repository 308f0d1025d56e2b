#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-pain-guide-private.h"

#include "coach-catalog-checks-private.h"

#define MAX_SCORE 10

/* What can be said of the check-ins, in the order of the file. The rules name these. */
static const char * const note_ids[] = {
  "both-legs", "weakness-left", "weakness-right",
  "both-legs-known", "weakness-known-left", "weakness-known-right",
  "numbness-new-left", "numbness-new-right", "numbness-left", "numbness-right",
  "severe-pain", "see-clinician", "sides-alternate",
  "further-today-left", "further-today-right",
  "proximal-up-left", "proximal-up-right",
  "easing-left", "easing-right",
  "burning-left", "burning-right",
  "more-check-ins", "stale",
  NULL,
};

#define N_NOTES (G_N_ELEMENTS (note_ids) - 1)

struct _CoachPainGuide
{
  GObject              parent_instance;

  char                *zone_names[COACH_N_ZONES];          /* translated, as all texts here */
  char                *score_question;
  char                *score_anchors[MAX_SCORE + 1];       /* (nullable) */
  char                *flag_questions[COACH_N_PAIN_FLAGS]; /* by bit */
  char                *notes[N_NOTES];
  CoachTrendAdvice     advice[COACH_N_TRENDS];
  CoachTrendConstants  constants;
};

/**
 * CoachPainGuide:
 *
 * The words of the body map and the check-in, and what each trend says and does. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachPainGuide, coach_pain_guide, G_TYPE_OBJECT)

static void
free_texts (char  **texts,
            guint   n)
{
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
}

static void
coach_pain_guide_finalize (GObject *object)
{
  CoachPainGuide *self = COACH_PAIN_GUIDE (object);

  free_texts (self->zone_names, COACH_N_ZONES);
  g_free (self->score_question);
  free_texts (self->score_anchors, MAX_SCORE + 1);
  free_texts (self->flag_questions, COACH_N_PAIN_FLAGS);
  free_texts (self->notes, N_NOTES);
  for (guint i = 0; i < COACH_N_TRENDS; i++)
    {
      g_free (self->advice[i].title);
      g_free (self->advice[i].text);
      g_free (self->advice[i].side_text);
      g_free (self->advice[i].exercise);
      g_strfreev (self->advice[i].add_conditions);
      g_strfreev (self->advice[i].avoid_traits);
    }

  G_OBJECT_CLASS (coach_pain_guide_parent_class)->finalize (object);
}

static void
coach_pain_guide_class_init (CoachPainGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_pain_guide_finalize;
}

static void
coach_pain_guide_init (CoachPainGuide *self)
{
}

/* Takes the id of an element whose place in the file is fixed. */
static void
read_expected_id (CoachContentReader *reader,
                  const char         *expected)
{
  g_autofree char *id = coach_content_reader_dup_id (reader, "id");

  if (id != NULL && !g_str_equal (id, expected))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "id", "is %s, must be %s", id,
                               expected);
}

/* Side and rank say once more what the id says, for whoever reads the file. */
static void
read_zone (CoachPainGuide     *self,
           CoachContentReader *reader,
           CoachZone           zone)
{
  static const char * const sides[] = { "both", "left", "right", NULL };
  guint rank = coach_zone_get_rank (zone);

  read_expected_id (reader, coach_zone_get_id (zone));
  self->zone_names[zone] = coach_content_reader_dup_text (reader, "name", "zone name", 40);
  if (coach_content_reader_get_choice (reader, "side", sides) != (guint) coach_zone_get_side (zone))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "side", "must be %s",
                               sides[coach_zone_get_side (zone)]);
  coach_content_reader_get_uint (reader, "rank", rank, rank);
}

static void
read_zones (CoachPainGuide     *self,
            CoachContentReader *reader)
{
  guint n = coach_content_reader_begin_array (reader, "zones", COACH_N_ZONES, COACH_N_ZONES);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_zone (self, reader, (CoachZone) i);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
}

/* The reader remembers which members were read by their names, so these must last. */
static void
read_score (CoachPainGuide     *self,
            CoachContentReader *reader)
{
  static const char * const scores[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" };

  coach_content_reader_begin_object (reader, "score");
  self->score_question = coach_content_reader_dup_text (reader, "ask", "pain score question", 170);
  coach_content_reader_begin_object (reader, "anchors");
  for (guint i = 0; i <= MAX_SCORE; i++)
    if (i == 0 || i == MAX_SCORE || coach_content_reader_has (reader, scores[i]))
      self->score_anchors[i] = coach_content_reader_dup_text (reader, scores[i],
                                                              "pain score anchor", 40);
  coach_content_reader_end (reader);
  coach_content_reader_end (reader);
}

static void
read_flags (CoachPainGuide     *self,
            CoachContentReader *reader)
{
  guint n = coach_content_reader_begin_array (reader, "flags", COACH_N_PAIN_FLAGS,
                                              COACH_N_PAIN_FLAGS);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_expected_id (reader, coach_pain_flag_get_id ((CoachPainFlags) (1 << i)));
      self->flag_questions[i] = coach_content_reader_dup_text (reader, "ask", "pain flag question",
                                                               130);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
}

#define CONSTANT(name, min, max) { #name, G_STRUCT_OFFSET (CoachTrendConstants, name), min, max }

static void
read_constants (CoachPainGuide     *self,
                CoachContentReader *reader)
{
  static const struct
  {
    const char *name;
    glong       offset;
    guint       min, max;
  } members[] = {
    CONSTANT (reach_min, 1, 10),     CONSTANT (leg_rank, 2, 5),
    CONSTANT (spread_rank, 2, 5),    CONSTANT (recent_max, 1, 30),
    CONSTANT (recent_span, 1, 30),   CONSTANT (recent_wide, 1, 30),
    CONSTANT (recent_need, 1, 10),   CONSTANT (stale_days, 1, 60),
    CONSTANT (base_from, 1, 60),     CONSTANT (base_to, 1, 60),
    CONSTANT (base_wide_to, 1, 120), CONSTANT (base_need, 1, 10),
    CONSTANT (early_to, 1, 120),     CONSTANT (early_need, 1, 10),
    CONSTANT (quiet_max, 0, 10),     CONSTANT (resolved_need, 1, 10),
    CONSTANT (resolved_span, 1, 60), CONSTANT (leg_rise_ok, 0, 10),
    CONSTANT (rise_day, 1, 10),      CONSTANT (rise_kept, 1, 10),
    CONSTANT (flare_min, 1, 10),     CONSTANT (ease, 1, 10),
    CONSTANT (severe_one, 1, 10),    CONSTANT (severe_two, 1, 10),
    CONSTANT (urgent_back, 1, 60),   CONSTANT (urgent_hold, 1, 120),
    CONSTANT (review_days, 1, 365),  CONSTANT (episode_gap, 1, 365),
    CONSTANT (episode_quiet, 1, 365), CONSTANT (episode_first, 1, 365),
    CONSTANT (episode_long, 1, 365), CONSTANT (episode_ease, 1, 10),
  };

  coach_content_reader_begin_object (reader, "constants");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *(guint *) G_STRUCT_MEMBER_P (&self->constants, members[i].offset)
        = coach_content_reader_get_uint (reader, members[i].name, members[i].min, members[i].max);
  coach_content_reader_end (reader);
}

static char **
dup_ids_if_given (CoachContentReader *reader,
                  const char         *member)
{
  return coach_content_reader_has (reader, member)
             ? coach_content_reader_dup_ids (reader, member, 1, 12)
             : g_new0 (char *, 1);
}

/* No session is written as a dose of null. Urgent alone has none, so that neither a slip of the
 * pen there nor one elsewhere passes. */
static double
read_dose (CoachContentReader *reader,
           CoachTrend          trend)
{
  if (trend != COACH_TREND_URGENT)
    return coach_content_reader_get_double (reader, "dose", 0, 1);
  if (!coach_content_reader_take_null (reader, "dose"))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "dose", "must be null");
  return 0;
}

static void
read_plan (CoachTrendAdvice   *advice,
           CoachCatalog       *catalog,
           CoachContentReader *reader,
           CoachTrend          trend)
{
  coach_content_reader_begin_object (reader, "plan");
  advice->dose = read_dose (reader, trend);
  advice->easier = coach_content_reader_get_boolean (reader, "easier");
  if (coach_content_reader_has (reader, "days"))
    advice->days = coach_content_reader_get_uint (reader, "days", 1, 14);
  if (coach_content_reader_has (reader, "step_up_after_good"))
    advice->step_up_after_good
        = coach_content_reader_get_uint (reader, "step_up_after_good", 1, 20);
  advice->add_conditions = dup_ids_if_given (reader, "add_conditions");
  advice->avoid_traits = dup_ids_if_given (reader, "avoid_traits");
  coach_catalog_check_condition_ids (catalog, reader, "add_conditions",
                                     (const char * const *) advice->add_conditions);
  coach_catalog_check_trait_ids (catalog, reader, "avoid_traits",
                                 (const char * const *) advice->avoid_traits);
  coach_content_reader_end (reader);
}

static void
read_advice (CoachPainGuide     *self,
             CoachCatalog       *catalog,
             CoachContentReader *reader,
             CoachTrend          trend)
{
  CoachTrendAdvice *advice = &self->advice[trend];

  coach_content_reader_begin_object (reader, coach_trend_get_id (trend));
  advice->title = coach_content_reader_dup_text (reader, "title", "trend title", 40);
  advice->text = coach_content_reader_dup_text (reader, "text", "trend text", 260);
  if (coach_content_reader_has (reader, "side_text"))
    advice->side_text = coach_content_reader_dup_text (reader, "side_text", "trend side text", 60);
  advice->exercise = coach_content_reader_dup_text (reader, "exercise", "trend exercise", 90);
  read_plan (advice, catalog, reader, trend);
  coach_content_reader_end (reader);
}

static void
read_notes (CoachPainGuide     *self,
            CoachContentReader *reader)
{
  guint n = coach_content_reader_begin_array (reader, "notes", N_NOTES, N_NOTES);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_expected_id (reader, note_ids[i]);
      self->notes[i] = coach_content_reader_dup_filled_text (reader, "text", "pain note", 240);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
}

/* Reads pain.json, from a reader at its beginning. Conditions and traits must have been read. */
CoachPainGuide *
coach_pain_guide_read (CoachCatalog       *catalog,
                       CoachContentReader *reader)
{
  CoachPainGuide *self = g_object_new (COACH_TYPE_PAIN_GUIDE, NULL);

  coach_content_reader_begin_root (reader);
  coach_content_reader_get_uint (reader, "version", 1, 1);
  read_zones (self, reader);
  read_score (self, reader);
  read_flags (self, reader);
  read_constants (self, reader);
  coach_content_reader_begin_object (reader, "verdicts");
  for (guint i = 0; i < COACH_N_TRENDS; i++)
    read_advice (self, catalog, reader, (CoachTrend) i);
  coach_content_reader_end (reader);
  read_notes (self, reader);
  coach_content_reader_end (reader);
  return self;
}

/**
 * coach_pain_guide_get_zone_name:
 * @self: a guide
 * @zone: a zone
 *
 * Gets what a zone of the body map is called.
 *
 * Returns: (transfer none): a translated name
 */
const char *
coach_pain_guide_get_zone_name (CoachPainGuide *self,
                                CoachZone       zone)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);
  g_return_val_if_fail ((guint) zone < COACH_N_ZONES, NULL);

  return self->zone_names[zone];
}

/**
 * coach_pain_guide_get_score_question:
 * @self: a guide
 *
 * Gets how a check-in asks for the scores.
 *
 * Returns: (transfer none): a translated text
 */
const char *
coach_pain_guide_get_score_question (CoachPainGuide *self)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);

  return self->score_question;
}

/**
 * coach_pain_guide_get_score_anchor:
 * @self: a guide
 * @score: 0 to 10
 *
 * Gets what a score means, in a few words; 0 and 10 always have some.
 *
 * Returns: (transfer none) (nullable): a translated text
 */
const char *
coach_pain_guide_get_score_anchor (CoachPainGuide *self,
                                   guint           score)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);
  g_return_val_if_fail (score <= MAX_SCORE, NULL);

  return self->score_anchors[score];
}

/**
 * coach_pain_guide_get_flag_question:
 * @self: a guide
 * @flag: one flag
 *
 * Gets what a check-in asks for a flag, as a statement to tick.
 *
 * Returns: (transfer none): a translated text
 */
const char *
coach_pain_guide_get_flag_question (CoachPainGuide *self,
                                    CoachPainFlags  flag)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);

  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    if (flag == (CoachPainFlags) (1 << i))
      return self->flag_questions[i];
  g_return_val_if_reached (NULL);
}

/**
 * coach_pain_guide_get_advice:
 * @self: a guide
 * @trend: a trend
 *
 * Gets what a trend says and does.
 *
 * Returns: (transfer none): the advice
 */
const CoachTrendAdvice *
coach_pain_guide_get_advice (CoachPainGuide *self,
                             CoachTrend      trend)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);
  g_return_val_if_fail ((guint) trend < COACH_N_TRENDS, NULL);

  return &self->advice[trend];
}

/**
 * coach_pain_guide_get_constants:
 * @self: a guide
 *
 * Gets the numbers of the trend.
 *
 * Returns: (transfer none): the numbers
 */
const CoachTrendConstants *
coach_pain_guide_get_constants (CoachPainGuide *self)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);

  return &self->constants;
}

/**
 * coach_pain_guide_get_note:
 * @self: a guide
 * @id: the id of a note, one of [method@PainGuide.get_note_ids]
 *
 * Gets a note on the check-ins; it may have {emergency} and {advice_line}.
 *
 * Returns: (transfer none) (nullable): a translated text; %NULL for an unknown id
 */
const char *
coach_pain_guide_get_note (CoachPainGuide *self,
                           const char     *id)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < N_NOTES; i++)
    if (g_str_equal (note_ids[i], id))
      return self->notes[i];
  return NULL;
}

/**
 * coach_pain_guide_get_note_ids:
 * @self: a guide
 *
 * Gets the ids of all notes, in the order in which they are told.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_pain_guide_get_note_ids (CoachPainGuide *self)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (self), NULL);

  return note_ids;
}
