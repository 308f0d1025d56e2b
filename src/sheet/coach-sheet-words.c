#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-words.h"

#include <glib/gi18n-lib.h>

#include "coach-sheet-code-private.h"
#include "coach-sheet-error.h"
#include "coach-sheet-words-private.h"

/* Letters of the checksum that tells one content from another. */
#define MARK_LETTERS 7

/**
 * coach_sheet_pictures_from_id:
 * @id: "lines", "color" or "none"
 * @pictures: (out): which pictures
 *
 * Reads the word that commands use.
 *
 * Returns: whether there is such a kind
 */
gboolean
coach_sheet_pictures_from_id (const char         *id,
                              CoachSheetPictures *pictures)
{
  static const char * const ids[] = { "lines", "color", "none" };

  g_return_val_if_fail (id != NULL && pictures != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (id, ids[i]))
      {
        *pictures = (CoachSheetPictures) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_sheet_pick_time:
 * @now: the local time
 *
 * Gets the time that a sheet is dated with: `SOURCE_DATE_EPOCH` takes the place of the present
 * (reproducible-builds.org).
 *
 * Returns: (transfer full): a time
 */
GDateTime *
coach_sheet_pick_time (GDateTime *now)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  g_return_val_if_fail (now != NULL, NULL);

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);
  return g_date_time_ref (now);
}

static char *
describe_person (const CoachSheetFacts *facts)
{
  const char * const *ids = coach_profile_get_all_conditions (facts->profile);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  CoachCondition *base = coach_catalog_lookup_condition (facts->catalog, COACH_BASE_CONDITION);

  if (base != NULL)
    g_strv_builder_add (names, coach_condition_get_name (base));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      CoachCondition *condition = coach_catalog_lookup_condition (facts->catalog, ids[i]);

      if (condition != NULL && condition != base)
        g_strv_builder_add (names, coach_condition_get_name (condition));
    }
  list = g_strv_builder_end (names);
  /* Translators: stands between the things of a list */
  return g_strjoinv (C_ ("list", ", "), list);
}

static gboolean
needs (CoachPlan  *plan,
       const char *thing)
{
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    if (g_strv_contains (coach_movement_get_equipment (coach_plan_get_step (plan, i)->movement),
                         thing))
      return TRUE;
  return FALSE;
}

/* What the plan's movements need, which may not be what the routine's would. */
static char **
list_equipment (CoachPlan *plan)
{
  const char * const *all = coach_term_list_ids (COACH_TERM_EQUIPMENT);
  g_autoptr (GStrvBuilder) things = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (needs (plan, all[i]))
      g_strv_builder_add (things, all[i]);
  return g_strv_builder_end (things);
}

static const char *
describe_how_often (CoachPlan *plan)
{
  switch (coach_routine_get_occasion (coach_plan_get_routine (plan)))
    {
    case COACH_OCCASION_DESK:
    case COACH_OCCASION_MICRO:
      return _("Whenever you have sat for half an hour, several times a day");
    case COACH_OCCASION_RUN:
      return _("With each run");
    case COACH_OCCASION_ANY:
    default:
      if (needs (plan, "roller"))
        return _("At most every other day");
      return _("Once a day, as long as the next morning is no worse");
    }
}

/* The parts of a footer that do not depend on the page. */
static void
add_origin (CoachSheetContent     *content,
            const CoachSheetFacts *facts,
            GChecksum             *checksum)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (facts->catalog);
  g_autofree char *mark = g_strndup (g_checksum_get_string (checksum), MARK_LETTERS);
  /* Translators: a whole day, as strftime() writes it */
  g_autofree char *day = g_date_time_format (facts->now, C_ ("day", "%-d %B %Y"));

  /* Translators: a version, the mark of a content, and a day */
  content->origin = g_strdup_printf (_("Lowtide %s · content %s · %s"), PACKAGE_VERSION, mark, day);
  content->disclaimer
      = g_strdup (coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_DISCLAIMER_SHORT));
  content->made = g_date_time_ref (facts->now);
  /* Translators: "rtl" when your language is written from right to left; else anything else */
  content->is_rtl = g_str_equal (C_ ("direction of writing", "ltr"), "rtl");
  content->has_pictures = facts->pictures != COACH_SHEET_PICTURES_NONE;
}

static void
add_person (CoachSheetContent     *content,
            const CoachSheetFacts *facts)
{
  g_autofree char *person = describe_person (facts);

  content->name_label = g_strdup (_("Name"));
  content->name = g_strdup (facts->name);
  coach_sheet_notes_add (content->facts, _("Made for"), person);
}

static void
add_facts (CoachSheetContent *content,
           CoachPlan         *plan)
{
  guint minutes = MAX ((coach_plan_get_total_s (plan) + 30) / 60, 1);
  g_auto (GStrv) equipment = list_equipment (plan);
  g_autofree char *things
      = coach_term_join_names (COACH_TERM_EQUIPMENT, (const char * const *) equipment);
  g_autofree char *time = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  /* Translators: how often, and how long it takes */
  g_autofree char *often = g_strdup_printf (_("%s; about %s"), describe_how_often (plan), time);

  coach_sheet_notes_add (content->facts, _("How often"), often);
  coach_sheet_notes_add (content->facts, _("You need"), *things != '\0' ? things
                                                                        : _("nothing"));
}

static CoachSide
get_first_side (CoachPlan           *plan,
                const CoachPlanStep *step)
{
  return coach_plan_get_phase (plan, step->first_phase)->side;
}

static void
add_sides_notice (CoachSheetContent *content,
                  CoachPlan         *plan)
{
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);

      if (!coach_movement_is_per_side (step->movement))
        continue;
      coach_sheet_notes_add (content->notices, _("Both sides:"),
                             get_first_side (plan, step) == COACH_SIDE_RIGHT
                                 ? _("Words and pictures show the right side first. Do the left "
                                     "side the same way, with left and right changed round.")
                                 : _("Words and pictures show the left side first. Do the right "
                                     "side the same way, with left and right changed round."));
      return;
    }
}

static void
add_notices (CoachSheetContent *content,
             CoachPlan         *plan)
{
  CoachRoutine *routine = coach_plan_get_routine (plan);

  coach_sheet_notes_add (content->notices, _("Before you start:"),
                         coach_routine_get_before (routine));
  add_sides_notice (content, plan);
  if (coach_plan_is_half_dose (plan))
    coach_sheet_notes_add (content->notices, _("Half a dose:"),
                           _("half the repetitions and half the holds."));
  for (guint i = 0; i < coach_plan_get_n_changes (plan); i++)
    {
      const CoachPlanChange *change = coach_plan_get_change (plan, i);
      g_autofree char *label = NULL;

      if (change->became != NULL)
        continue;
      /* Translators: the name of a movement; why follows in a sentence */
      label = g_strdup_printf (_("Left out for you, “%s”:"),
                               coach_move_get_name (COACH_MOVE (change->movement)));
      coach_sheet_notes_add (content->notices, label, change->because);
    }
}

static void
add_substitution (CoachSheetStep      *step,
                  CoachPlan           *plan,
                  const CoachPlanStep *planned)
{
  for (guint i = 0; planned->instead_of != NULL && i < coach_plan_get_n_changes (plan); i++)
    {
      const CoachPlanChange *change = coach_plan_get_change (plan, i);
      g_autofree char *label = NULL;

      if (change->movement != planned->instead_of)
        continue;
      /* Translators: the name of a movement that was replaced; why follows in a sentence */
      label = g_strdup_printf (_("In place of “%s”:"),
                               coach_move_get_name (COACH_MOVE (change->movement)));
      coach_sheet_notes_add (step->heads, label, change->because);
      return;
    }
}

static void
mark_step (GChecksum            *checksum,
           const CoachSheetStep *step)
{
  g_checksum_update (checksum, (const guchar *) step->name, -1);
  g_checksum_update (checksum, (const guchar *) step->amount, -1);
  for (guint i = 0; step->steps[i] != NULL; i++)
    g_checksum_update (checksum, (const guchar *) step->steps[i], -1);
}

static void
add_steps (CoachSheetContent     *content,
           CoachPlan             *plan,
           const CoachSheetFacts *facts,
           GChecksum             *checksum)
{
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *planned = coach_plan_get_step (plan, i);
      CoachSheetStep *step = coach_sheet_words_add_step (content, planned->movement, &planned->dose,
                                                         get_first_side (plan, planned), facts);

      add_substitution (step, plan, planned);
      coach_sheet_words_add_care (step, planned->verdict);
      mark_step (checksum, step);
    }
}

static void
add_diary (CoachSheetContent     *content,
           const CoachSheetFacts *facts)
{
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();
  const char *rows[] = { _("Date"), _("Done ✓"), _("Pain 0–10"), _("Reach"), NULL };

  for (guint i = 0; i < 7; i++)
    {
      /* A week whose first day is a Monday. */
      guint weekday = ((guint) facts->first_weekday - 1 + i) % 7;
      g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, 1 + (int) weekday, 12, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%a");

      g_strv_builder_add (days, name);
    }
  content->diary.title = g_strdup (_("Two weeks"));
  content->diary.hint = g_strdup (_("Pain: the worst of the day, from 0 for none to 10. Reach: how "
                                    "far down it went: 0 nowhere, 1 back, 2 buttock, 3 thigh, 4 "
                                    "calf, 5 foot. When the reach goes up, that says more than the "
                                    "number."));
  content->diary.days = g_strv_builder_end (days);
  content->diary.rows = g_strdupv ((char **) rows);
}

static void
add_code (CoachSheetContent     *content,
          const CoachSheetFacts *facts)
{
  g_autoptr (CoachSheetCode) code = NULL;

  if (facts->routine_text == NULL || *facts->routine_text == '\0')
    return;
  code = coach_sheet_code_new (facts->routine_text);
  if (code == NULL)
    {
      content->code_note = g_strdup (_("This routine is too long for a code that a telephone could "
                                       "read, so there is none on this sheet."));
      return;
    }
  content->code = g_strdup (facts->routine_text);
  content->code_note = g_strdup (_("The code holds this routine as text. Read it with a telephone, "
                                   "save the text as a file whose name ends in .json, and open the "
                                   "file with Lowtide."));
}

static void
add_after (CoachSheetContent *content,
           CoachRoutine      *routine)
{
  const char *after = coach_routine_get_after (routine);

  if (after != NULL && *after != '\0')
    coach_sheet_content_add_section (content, _("Afterwards"), FALSE)->lead = g_strdup (after);
}

static gboolean
is_for_desk (CoachRoutine *routine)
{
  CoachOccasion occasion = coach_routine_get_occasion (routine);

  return occasion == COACH_OCCASION_DESK || occasion == COACH_OCCASION_MICRO;
}

/**
 * coach_sheet_words_for_plan:
 * @plan: a plan, made for the same person
 * @facts: what else the sheet is made from
 *
 * Puts a plan into words for paper. A routine for the desk becomes a card: the moves and when to
 * stop, which have room on one page.
 *
 * Returns: (transfer full): what the sheet says
 */
CoachSheetContent *
coach_sheet_words_for_plan (CoachPlan             *plan,
                            const CoachSheetFacts *facts)
{
  CoachRoutine *routine;
  CoachSheetContent *content;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (COACH_IS_PLAN (plan), NULL);
  g_return_val_if_fail (facts != NULL && facts->help != NULL && facts->now != NULL, NULL);

  routine = coach_plan_get_routine (plan);
  content = coach_sheet_content_new ();
  content->title = g_strdup (coach_routine_get_title (routine));
  content->goal = g_strdup (coach_routine_get_goal (routine));
  add_facts (content, plan);
  add_person (content, facts);
  add_notices (content, plan);
  add_steps (content, plan, facts, checksum);
  add_origin (content, facts, checksum);
  add_after (content, routine);
  if (is_for_desk (routine))
    {
      content->is_card = TRUE;
      coach_sheet_words_add_stop (content, facts);
    }
  else
    {
      coach_sheet_words_add_left_out (content, facts);
      coach_sheet_words_add_stop (content, facts);
      coach_sheet_words_add_help (content, facts);
      coach_sheet_words_add_packs (content, facts);
      add_diary (content, facts);
    }
  add_code (content, facts);
  return content;
}

static void
add_mistakes (CoachSheetStep *step,
              CoachMovement  *movement)
{
  /* Translators: stands between the items of a list that begin with capital letters */
  g_autofree char *list = g_strjoinv (C_ ("list", " · "),
                                      (char **) coach_movement_get_mistakes (movement));

  coach_sheet_notes_add (step->notes, _("Common mistakes:"), list);
}

static void
add_move_facts (CoachSheetContent *content,
                CoachMovement     *movement)
{
  g_autofree char *muscles
      = coach_term_join_names (COACH_TERM_MUSCLE, coach_movement_get_muscles (movement));
  g_autofree char *things
      = coach_term_join_names (COACH_TERM_EQUIPMENT, coach_movement_get_equipment (movement));

  coach_sheet_notes_add (content->facts, _("Works on"), muscles);
  coach_sheet_notes_add (content->facts, _("You need"), *things != '\0' ? things
                                                                        : _("nothing"));
}

/**
 * coach_sheet_words_for_move:
 * @movement: a movement
 * @facts: what else the sheet is made from
 *
 * Puts one movement into words for a card.
 *
 * Returns: (transfer full) (nullable): what the card says
 * Throws: %COACH_SHEET_ERROR_LEFT_OUT when the person had better leave it out
 */
CoachSheetContent *
coach_sheet_words_for_move (CoachMovement          *movement,
                            const CoachSheetFacts  *facts,
                            GError                **error)
{
  g_autoptr (CoachSheetContent) content = NULL;
  g_autoptr (CoachVerdict) verdict = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  CoachMove *move = COACH_MOVE (movement);
  CoachSheetStep *step;

  g_return_val_if_fail (COACH_IS_MOVEMENT (movement), NULL);
  g_return_val_if_fail (facts != NULL && facts->help != NULL && facts->now != NULL, NULL);

  verdict = coach_verdict_for_move (facts->catalog, facts->profile, move);
  if (coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID)
    {
      g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_LEFT_OUT,
                   _("“%s” is better left out for now, so there is no card of it"),
                   coach_move_get_name (move));
      return NULL;
    }
  content = coach_sheet_content_new ();
  content->is_card = TRUE;
  content->title = g_strdup (coach_move_get_name (move));
  content->goal = g_strdup (coach_movement_get_purpose (movement));
  add_move_facts (content, movement);
  add_person (content, facts);
  step = coach_sheet_words_add_step (content, movement, coach_movement_get_dose (movement),
                                     coach_profile_get_side (facts->profile), facts);
  coach_sheet_words_add_care (step, verdict);
  add_mistakes (step, movement);
  mark_step (checksum, step);
  add_origin (content, facts, checksum);
  coach_sheet_words_add_stop (content, facts);
  return g_steal_pointer (&content);
}
