#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

/* Routines, conditions and traits: what the catalogue knows beside the moves. */

static char *
dup_condition_names (CoachCatalog       *catalog,
                     const char * const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_add (builder, coach_condition_get_name (
                                     coach_catalog_lookup_condition (catalog, ids[i])));
  names = g_strv_builder_end (builder);
  return g_strjoinv (_(", "), names);
}

static void
print_routine_facts (CoachCtl     *ctl,
                     CoachRoutine *routine)
{
  g_autoptr (CoachCtlTable) facts = coach_ctl_table_new (2);
  guint minutes = coach_routine_get_minutes (routine);
  g_autofree char *length = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes),
                                             minutes);
  g_autofree char *level = g_strdup_printf ("%u", coach_routine_get_level (routine));
  g_autofree char *things = coach_ctl_dup_terms (COACH_TERM_EQUIPMENT,
                                                 coach_routine_get_equipment (routine));
  g_autofree char *suits = dup_condition_names (ctl->catalog, coach_routine_get_suits (routine));

  coach_ctl_table_add_row (facts, _("Id"), coach_routine_get_id (routine), NULL);
  coach_ctl_table_add_row (facts, _("Length"), length, NULL);
  coach_ctl_table_add_row (facts, _("Level"), level, NULL);
  if (things != NULL)
    coach_ctl_table_add_row (facts, _("Needs"), things, NULL);
  if (*suits != '\0')
    coach_ctl_table_add_row (facts, _("Suits"), suits, NULL);
  g_string_append_c (ctl->text, '\n');
  coach_ctl_table_print (facts, "  ", ctl->text);
}

static void
print_routine_steps (CoachCtl     *ctl,
                     CoachRoutine *routine,
                     GPtrArray    *verdicts)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (3);

  coach_ctl_print_heading (ctl->text, _("Steps"));
  for (guint i = 0; i < verdicts->len; i++)
    {
      const CoachRoutineStep *step = coach_routine_get_step (routine, i);
      g_autofree char *place = g_strdup_printf ("%2u.", i + 1);
      g_autofree char *dose = coach_ctl_dup_dose (&step->dose,
                                                  coach_movement_is_per_side (step->movement));
      CoachVerdictLevel level = coach_verdict_get_level (g_ptr_array_index (verdicts, i));

      coach_ctl_table_add_row (table, place, coach_ctl_get_level_word (level),
                               coach_move_get_name (COACH_MOVE (step->movement)), NULL);
      coach_ctl_table_add_note (table, dose);
    }
  coach_ctl_table_print (table, " ", ctl->text);
}

static void
print_routine (CoachCtl     *ctl,
               CoachRoutine *routine,
               GPtrArray    *verdicts)
{
  coach_ctl_print_heading (ctl->text, coach_routine_get_title (routine));
  coach_ctl_print (ctl->text, "", coach_routine_get_goal (routine));
  print_routine_facts (ctl, routine);
  coach_ctl_print_heading (ctl->text,
                           coach_ctl_get_routine_phrase (coach_verdicts_get_worst (verdicts)));
  coach_ctl_print_heading (ctl->text, _("Before"));
  coach_ctl_print (ctl->text, "  ", coach_routine_get_before (routine));
  print_routine_steps (ctl, routine, verdicts);
  coach_ctl_print_heading (ctl->text, _("After"));
  coach_ctl_print (ctl->text, "  ", coach_routine_get_after (routine));
}

static void
add_routine_steps (CoachCtl     *ctl,
                   CoachRoutine *routine,
                   GPtrArray    *verdicts)
{
  json_builder_set_member_name (ctl->json, "steps");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const CoachRoutineStep *step = coach_routine_get_step (routine, i);
      CoachVerdictLevel level = coach_verdict_get_level (g_ptr_array_index (verdicts, i));

      json_builder_begin_object (ctl->json);
      coach_ctl_add_string (ctl->json, "movement", coach_move_get_id (COACH_MOVE (step->movement)));
      coach_ctl_add_string (ctl->json, "verdict", coach_verdict_level_get_id (level));
      coach_ctl_add_dose (ctl, &step->dose);
      json_builder_end_object (ctl->json);
    }
  json_builder_end_array (ctl->json);
}

static void
add_routine (CoachCtl     *ctl,
             CoachRoutine *routine,
             GPtrArray    *verdicts)
{
  JsonBuilder *json = ctl->json;
  CoachVerdictLevel worst = coach_verdicts_get_worst (verdicts);

  json_builder_begin_object (json);
  coach_ctl_add_string (json, "id", coach_routine_get_id (routine));
  coach_ctl_add_string (json, "kind", "routine");
  coach_ctl_add_string (json, "name", coach_routine_get_title (routine));
  coach_ctl_add_string (json, "goal", coach_routine_get_goal (routine));
  coach_ctl_add_string (json, "verdict", coach_verdict_level_get_id (worst));
  coach_ctl_add_int (json, "minutes", coach_routine_get_minutes (routine));
  coach_ctl_add_int (json, "level", coach_routine_get_level (routine));
  coach_ctl_add_strings (json, "equipment", coach_routine_get_equipment (routine));
  coach_ctl_add_strings (json, "suits", coach_routine_get_suits (routine));
  json_builder_set_member_name (json, "anyOrder");
  json_builder_add_boolean_value (json, coach_routine_is_any_order (routine));
  coach_ctl_add_string (json, "before", coach_routine_get_before (routine));
  add_routine_steps (ctl, routine, verdicts);
  coach_ctl_add_string (json, "after", coach_routine_get_after (routine));
  json_builder_end_object (json);
}

/**
 * coach_ctl_show_routine:
 * @ctl: the program
 * @routine: a routine
 *
 * Shows a routine with the verdict of each step.
 */
void
coach_ctl_show_routine (CoachCtl     *ctl,
                        CoachRoutine *routine)
{
  g_autoptr (GPtrArray) verdicts = coach_verdicts_for_routine (ctl->catalog, ctl->profile, routine);

  if (ctl->json != NULL)
    add_routine (ctl, routine, verdicts);
  else
    print_routine (ctl, routine, verdicts);
}

/* One rule of a condition or trait; @other_name is what stands on its other side. */
static void
show_rule (CoachCtl        *ctl,
           const CoachRule *rule,
           const char      *other_name,
           CoachCtlTable   *table)
{
  if (ctl->json == NULL)
    {
      coach_ctl_table_add_row (table, coach_ctl_get_level_word (rule->level), other_name, NULL);
      coach_ctl_table_add_note (table, rule->reason);
      return;
    }
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "condition", rule->condition);
  coach_ctl_add_string (ctl->json, "trait", rule->trait);
  coach_ctl_add_string (ctl->json, "verdict", coach_verdict_level_get_id (rule->level));
  coach_ctl_add_string (ctl->json, "reason", rule->reason);
  json_builder_end_object (ctl->json);
}

static void
show_condition_rules (CoachCtl       *ctl,
                      CoachCondition *condition,
                      CoachCtlTable  *table)
{
  GListModel *traits = coach_catalog_get_traits (ctl->catalog);

  for (guint i = 0; i < g_list_model_get_n_items (traits); i++)
    {
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, i);
      const CoachRule *rule = coach_catalog_lookup_rule (
          ctl->catalog, coach_condition_get_id (condition), coach_trait_get_id (trait));

      if (rule != NULL)
        show_rule (ctl, rule, coach_trait_get_name (trait), table);
    }
}

static void
show_trait_rules (CoachCtl      *ctl,
                  CoachTrait    *trait,
                  CoachCtlTable *table)
{
  GListModel *conditions = coach_catalog_get_conditions (ctl->catalog);

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);
      const CoachRule *rule = coach_catalog_lookup_rule (
          ctl->catalog, coach_condition_get_id (condition), coach_trait_get_id (trait));

      if (rule != NULL)
        show_rule (ctl, rule, coach_condition_get_name (condition), table);
    }
}

static void
print_facts (CoachCtl   *ctl,
             const char *id,
             const char *kind)
{
  g_autoptr (CoachCtlTable) facts = coach_ctl_table_new (2);

  g_string_append_c (ctl->text, '\n');
  coach_ctl_table_add_row (facts, _("Id"), id, NULL);
  coach_ctl_table_add_row (facts, _("Kind"), kind, NULL);
  coach_ctl_table_print (facts, "  ", ctl->text);
}

/**
 * coach_ctl_show_condition:
 * @ctl: the program
 * @condition: a condition
 *
 * Shows a condition with its rules.
 */
void
coach_ctl_show_condition (CoachCtl       *ctl,
                          CoachCondition *condition)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);

  if (ctl->json == NULL)
    {
      coach_ctl_print_heading (ctl->text, coach_condition_get_name (condition));
      coach_ctl_print (ctl->text, "", coach_condition_get_question (condition));
      print_facts (ctl, coach_condition_get_id (condition), _("condition"));
      coach_ctl_print_heading (ctl->text, coach_condition_get_explain (condition));
      coach_ctl_print_heading (ctl->text, _("What the rules say"));
      show_condition_rules (ctl, condition, table);
      coach_ctl_table_print (table, "  ", ctl->text);
      return;
    }
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "id", coach_condition_get_id (condition));
  coach_ctl_add_string (ctl->json, "kind", "condition");
  coach_ctl_add_string (ctl->json, "name", coach_condition_get_name (condition));
  coach_ctl_add_string (ctl->json, "question", coach_condition_get_question (condition));
  coach_ctl_add_string (ctl->json, "explain", coach_condition_get_explain (condition));
  json_builder_set_member_name (ctl->json, "rules");
  json_builder_begin_array (ctl->json);
  show_condition_rules (ctl, condition, table);
  json_builder_end_array (ctl->json);
  json_builder_end_object (ctl->json);
}

/**
 * coach_ctl_show_trait:
 * @ctl: the program
 * @trait: a trait
 *
 * Shows a trait with its rules.
 */
void
coach_ctl_show_trait (CoachCtl   *ctl,
                      CoachTrait *trait)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);

  if (ctl->json == NULL)
    {
      coach_ctl_print_heading (ctl->text, coach_trait_get_name (trait));
      coach_ctl_print (ctl->text, "", coach_trait_get_meaning (trait));
      print_facts (ctl, coach_trait_get_id (trait), _("trait"));
      coach_ctl_print_heading (ctl->text, _("What the rules say"));
      show_trait_rules (ctl, trait, table);
      coach_ctl_table_print (table, "  ", ctl->text);
      return;
    }
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "id", coach_trait_get_id (trait));
  coach_ctl_add_string (ctl->json, "kind", "trait");
  coach_ctl_add_string (ctl->json, "name", coach_trait_get_name (trait));
  coach_ctl_add_string (ctl->json, "meaning", coach_trait_get_meaning (trait));
  json_builder_set_member_name (ctl->json, "rules");
  json_builder_begin_array (ctl->json);
  show_trait_rules (ctl, trait, table);
  json_builder_end_array (ctl->json);
  json_builder_end_object (ctl->json);
}
