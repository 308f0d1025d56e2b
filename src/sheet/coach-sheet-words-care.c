#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-words-private.h"

#include <glib/gi18n-lib.h>

/* What to leave out, when to stop, and when to get help. */

/* So many have a picture; the others are named. */
#define MAX_CARDS 6

static char *
explain (CoachMove             *move,
         const CoachSheetFacts *facts)
{
  g_autoptr (CoachVerdict) verdict = NULL;
  g_auto (GStrv) reasons = NULL;

  if (COACH_IS_AVOID_ENTRY (move))
    return g_strdup (coach_avoid_entry_get_why (COACH_AVOID_ENTRY (move)));
  verdict = coach_verdict_for_move (facts->catalog, facts->profile, move);
  reasons = coach_verdict_dup_reasons (verdict);
  return g_strdup (reasons[0]);
}

static GDate
get_day (GDateTime *now)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return today;
}

/* Those that hurt not long ago are always shown; of the others those that there is a picture of. */
static gboolean
is_card (CoachMove             *move,
         const char            *still,
         const GDate           *today,
         const CoachSheetFacts *facts)
{
  return still != NULL || facts->pictures == COACH_SHEET_PICTURES_NONE
         || coach_safety_find_bench (facts->profile, move, today) != NULL;
}

/**
 * coach_sheet_words_add_left_out:
 * @content: what the sheet says so far
 * @facts: what the sheet is made from
 *
 * Adds the moves that the person had better leave out, as Today lists them.
 */
void
coach_sheet_words_add_left_out (CoachSheetContent     *content,
                                const CoachSheetFacts *facts)
{
  GDate today = get_day (facts->now);
  g_autoptr (GPtrArray) moves
      = coach_safety_list_left_out (facts->catalog, facts->profile, &today);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  content->left_out_title = g_strdup (_("Leave these out for now"));
  for (guint i = 0; i < moves->len; i++)
    {
      CoachMove *move = g_ptr_array_index (moves, i);
      g_autofree char *still
          = coach_sheet_words_find_still (move, coach_move_get_main_key (move), facts);
      g_autofree char *why = explain (move, facts);

      if (content->left_out->len < MAX_CARDS && is_card (move, still, &today, facts))
        coach_sheet_content_add_left_out (content, coach_move_get_name (move), why)->still
            = g_steal_pointer (&still);
      else
        g_strv_builder_add (others, coach_move_get_name (move));
    }
  names = g_strv_builder_end (others);
  if (names[0] == NULL)
    return;
  /* Translators: stands between the things of a list */
  list = g_strjoinv (C_ ("list", ", "), names);
  /* Translators: names of moves */
  content->left_out_more = g_strdup_printf (_("Also better left out for now: %s."), list);
}

/* The rules of the catalogue that stop a session for pain in the leg (safety.md, section 2). */
static void
add_leg_tests (GPtrArray        *items,
               CoachSafetyGuide *guide)
{
  guint n;
  const CoachPainTest *tests
      = coach_safety_guide_get_tests (guide, COACH_PAIN_DURING_LEG, COACH_PAIN_RED, &n);

  for (guint i = 0; i < n; i++)
    {
      const CoachPainTest *test = &tests[i];

      if (test->further_down)
        g_ptr_array_add (items, g_strdup (_("Pain goes further down the leg than before.")));
      else if (test->new_flags != 0)
        g_ptr_array_add (items, g_strdup (_("Burning, tingling or numbness begins.")));
      else if (test->now_min > 0)
        g_ptr_array_add (items,
                         g_strdup_printf (_("Leg pain gets stronger and is %u of 10 or more."),
                                          test->now_min));
      else if (test->rise_min > 0)
        g_ptr_array_add (items, g_strdup_printf (_("Leg pain rises by %u or more, on a scale of 0 "
                                                   "to 10."), test->rise_min));
    }
}

static void
add_back_tests (GPtrArray        *items,
                CoachSafetyGuide *guide)
{
  guint n;
  const CoachPainTest *tests
      = coach_safety_guide_get_tests (guide, COACH_PAIN_DURING_BACK, COACH_PAIN_RED, &n);

  for (guint i = 0; i < n; i++)
    if (tests[i].now_min == 0 && tests[i].rise_min > 0)
      g_ptr_array_add (items,
                       g_strdup_printf (_("Pain in the back or buttock rises by %u or more."),
                                        tests[i].rise_min));
}

/**
 * coach_sheet_words_add_stop:
 * @content: what the sheet says so far
 * @facts: what the sheet is made from
 *
 * Adds when to stop, and what to do then.
 */
void
coach_sheet_words_add_stop (CoachSheetContent     *content,
                            const CoachSheetFacts *facts)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (facts->catalog);
  CoachSheetSection *section
      = coach_sheet_content_add_section (content, _("Stop for today when"), FALSE);

  add_leg_tests (section->items, guide);
  add_back_tests (section->items, guide);
  section->tail = g_strdup (_("Then change position, walk a little if that is comfortable, and see "
                              "how it is in an hour. A stop is a sound choice. You can ask a "
                              "doctor or physiotherapist at any time; there is no need to wait."));
}

/**
 * coach_sheet_words_add_help:
 * @content: what the sheet says so far
 * @facts: what the sheet is made from
 *
 * Adds the signs that need help at once: the questions whose answer would lead to an emergency.
 */
void
coach_sheet_words_add_help (CoachSheetContent     *content,
                            const CoachSheetFacts *facts)
{
  CoachScreening *screening = coach_catalog_get_screening (facts->catalog);
  CoachSheetSection *section
      = coach_sheet_content_add_section (content, _("Get help now if you say yes to one of these"),
                                         TRUE);

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);

      if (question->group != COACH_SCREENING_GROUP_EMERGENCY)
        continue;
      g_ptr_array_add (section->items, g_strdup (question->question));
      if (section->lead == NULL)
        section->lead = coach_screening_fill (question->advice, facts->help->emergency,
                                              facts->help->advice_line);
    }
}

static gboolean
is_refused (const CoachSheetFacts *facts,
            const char            *limit)
{
  return facts->decision != NULL
         && g_strv_contains (coach_screening_decision_get_limits (facts->decision), limit);
}

/* Sentences or items of @list that are in @other as well, or that are not. */
static char *
join_shared (char       **list,
             char       **other,
             gboolean     shared,
             const char  *separator)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) picked = NULL;

  for (guint i = 0; list[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) other, list[i]) == shared)
      g_strv_builder_add (builder, list[i]);
  picked = g_strv_builder_end (builder);
  return g_strjoinv (separator, picked);
}

/* What is said of one kind alone. */
static char *
describe_pack (const CoachSheetFacts *facts,
               CoachPackKind          kind)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (facts->catalog);
  const CoachPackNumbers *numbers = coach_safety_guide_get_pack (guide, kind);
  CoachPackKind other = kind == COACH_PACK_HEAT ? COACH_PACK_COLD : COACH_PACK_HEAT;
  g_auto (GStrv) directions = coach_pack_dup_directions (kind);
  g_auto (GStrv) other_directions = coach_pack_dup_directions (other);
  g_auto (GStrv) precautions = coach_pack_dup_precautions (kind);
  g_auto (GStrv) other_precautions = coach_pack_dup_precautions (other);
  /* Translators: stands between whole sentences */
  g_autofree char *how = join_shared (directions, other_directions, FALSE, C_ ("sentences", " "));
  /* Translators: stands between the items of a list that begin with capital letters */
  g_autofree char *list = join_shared (precautions, other_precautions, FALSE, C_ ("list", " · "));

  return g_strdup_printf (kind == COACH_PACK_HEAT
                              /* Translators: %u are minutes, %s sentences on how, and what speaks
                               * against it */
                              ? _("Warmth, for %u minutes. %s Not after: %s.")
                              /* Translators: the same of cold */
                              : _("Cold, for %u minutes. %s Not with: %s."),
                          numbers->minutes, how, list);
}

/* With what is to be noted besides, such as in pregnancy. */
static void
add_pack (GPtrArray             *items,
          const CoachSheetFacts *facts,
          CoachPackKind          kind)
{
  CoachPackFacts pack = {
    .catalog = facts->catalog,
    .decision = facts->decision,
    .conditions = coach_profile_get_all_conditions (facts->profile),
    .now = facts->now,
  };
  g_auto (GStrv) notes = coach_pack_dup_notes (&pack, kind);
  char *text = describe_pack (facts, kind);
  g_autofree char *joined = g_strjoinv (C_ ("sentences", " "), notes);
  g_autofree char *alone = text;

  /* Translators: stands between whole sentences */
  g_ptr_array_add (items, *joined == '\0' ? g_steal_pointer (&alone)
                                          : g_strjoin (C_ ("sentences", " "), text, joined, NULL));
}

static char *
describe_limits (const CoachSheetFacts *facts)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (facts->catalog);
  const CoachPackNumbers *numbers = coach_safety_guide_get_pack (guide, COACH_PACK_HEAT);
  g_auto (GStrv) heat = coach_pack_dup_directions (COACH_PACK_HEAT);
  g_auto (GStrv) cold = coach_pack_dup_directions (COACH_PACK_COLD);
  g_auto (GStrv) heat_not = coach_pack_dup_precautions (COACH_PACK_HEAT);
  g_auto (GStrv) cold_not = coach_pack_dup_precautions (COACH_PACK_COLD);
  g_autofree char *how = join_shared (heat, cold, TRUE, C_ ("sentences", " "));
  g_autofree char *list = join_shared (heat_not, cold_not, TRUE, C_ ("list", " · "));

  /* Translators: sentences on how; times a day; hours; minutes; what speaks against a pack */
  return g_strdup_printf (_("%s At most %u times a day, not again within %u hours, and not both at "
                            "once. After %u minutes look at your skin. Not on numb skin, and not "
                            "with: %s."),
                          how, numbers->per_day, numbers->gap_hours, numbers->skin_check_minute,
                          list);
}

/**
 * coach_sheet_words_add_packs:
 * @content: what the sheet says so far
 * @facts: what the sheet is made from
 *
 * Adds how warm and cold packs are used, and what speaks against them (safety.md, section 6); not a
 * kind that the answers to the warning signs speak against.
 */
void
coach_sheet_words_add_packs (CoachSheetContent     *content,
                             const CoachSheetFacts *facts)
{
  gboolean has_heat = !is_refused (facts, COACH_LIMIT_NO_HEAT);
  gboolean has_cold = !is_refused (facts, COACH_LIMIT_NO_ICE);
  CoachSheetSection *section;

  if (!has_heat && !has_cold)
    return;
  section = coach_sheet_content_add_section (content, _("Warmth or cold may ease it for a while"),
                                             FALSE);
  if (has_heat)
    add_pack (section->items, facts, COACH_PACK_HEAT);
  if (has_cold)
    add_pack (section->items, facts, COACH_PACK_COLD);
  section->tail = describe_limits (facts);
}
