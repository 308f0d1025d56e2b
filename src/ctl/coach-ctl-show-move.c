#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

static void
add_fact (CoachCtlTable *facts,
          const char    *label,
          const char    *value)
{
  if (value != NULL)
    coach_ctl_table_add_row (facts, label, value, NULL);
}

static void
print_section (CoachCtl   *ctl,
               const char *heading,
               const char *body)
{
  if (body == NULL)
    return;
  coach_ctl_print_heading (ctl->text, heading);
  coach_ctl_print (ctl->text, "  ", body);
}

static void
print_facts (CoachCtl      *ctl,
             CoachMovement *movement)
{
  g_autoptr (CoachCtlTable) facts = coach_ctl_table_new (2);
  CoachMove *move = COACH_MOVE (movement);
  g_autofree char *things = coach_ctl_dup_terms (COACH_TERM_EQUIPMENT,
                                                 coach_movement_get_equipment (movement));
  g_autofree char *muscles = coach_ctl_dup_terms (COACH_TERM_MUSCLE,
                                                  coach_movement_get_muscles (movement));
  g_autofree char *dose = coach_ctl_dup_dose (coach_movement_get_dose (movement),
                                              coach_movement_is_per_side (movement));
  g_autofree char *level = g_strdup_printf ("%u", coach_movement_get_level (movement));

  add_fact (facts, _("Id"), coach_move_get_id (move));
  add_fact (facts, _("Kind"),
            coach_term_get_name (COACH_TERM_GROUP, coach_movement_get_group (movement)));
  add_fact (facts, _("Level"), level);
  add_fact (facts, _("Position"),
            coach_term_get_name (COACH_TERM_POSITION, coach_movement_get_position (movement)));
  add_fact (facts, _("Needs"), things);
  add_fact (facts, _("Muscles"), muscles);
  add_fact (facts, _("Dose"), dose);
  g_string_append_c (ctl->text, '\n');
  coach_ctl_table_print (facts, "  ", ctl->text);
}

static void
print_steps (CoachCtl      *ctl,
             CoachMovement *movement)
{
  gboolean per_side = coach_movement_is_per_side (movement);

  coach_ctl_print_heading (ctl->text, per_side ? _("Steps for the left side") : _("Steps"));
  coach_ctl_print_list (ctl->text, coach_movement_get_steps (movement, COACH_SIDE_LEFT), TRUE);
  print_section (ctl, _("Keep in mind"), coach_movement_get_cue (movement, COACH_SIDE_LEFT));
  print_section (ctl, _("Breathing"), coach_movement_get_breathing (movement));
  print_section (ctl, _("What you should feel"), coach_movement_get_feel (movement,
                                                                          COACH_SIDE_LEFT));
  coach_ctl_print_heading (ctl->text, _("Common mistakes"));
  coach_ctl_print_list (ctl->text, coach_movement_get_mistakes (movement), FALSE);
}

static void
print_movement (CoachCtl      *ctl,
                CoachMovement *movement,
                CoachVerdict  *verdict)
{
  CoachMove *move = COACH_MOVE (movement);
  const char *easier = coach_movement_get_easier (movement);
  CoachMovement *gentler = easier != NULL ? coach_catalog_lookup_movement (ctl->catalog, easier)
                                          : NULL;

  coach_ctl_print_heading (ctl->text, coach_move_get_name (move));
  coach_ctl_print (ctl->text, "", coach_movement_get_purpose (movement));
  print_facts (ctl, movement);
  coach_ctl_print_verdict (ctl, verdict);
  if (coach_verdict_get_level (verdict) != COACH_VERDICT_ALLOW)
    coach_ctl_print_instead (ctl, move);
  print_steps (ctl, movement);
  if (gentler != NULL)
    print_section (ctl, _("A gentler variant"), coach_move_get_name (COACH_MOVE (gentler)));
}

/* What every move has, in the names that the catalogue's files use. */
static void
add_move (CoachCtl     *ctl,
          CoachMove    *move,
          CoachVerdict *verdict)
{
  coach_ctl_add_string (ctl->json, "id", coach_move_get_id (move));
  coach_ctl_add_string (ctl->json, "kind", coach_ctl_get_move_kind (move));
  coach_ctl_add_string (ctl->json, "name", coach_move_get_name (move));
  coach_ctl_add_strings (ctl->json, "traits", coach_move_get_traits (move));
  coach_ctl_add_verdict (ctl, verdict);
  coach_ctl_add_instead (ctl, move);
}

static void
add_breathing_pace (CoachCtl                 *ctl,
                    const CoachBreathingPace *pace)
{
  if (pace == NULL)
    return;
  json_builder_set_member_name (ctl->json, "breathingPace");
  json_builder_begin_object (ctl->json);
  coach_ctl_add_int (ctl->json, "inSeconds", pace->in_s);
  coach_ctl_add_int (ctl->json, "outSeconds", pace->out_s);
  json_builder_end_object (ctl->json);
}

static void
add_movement (CoachCtl      *ctl,
              CoachMovement *movement,
              CoachVerdict  *verdict)
{
  JsonBuilder *json = ctl->json;

  json_builder_begin_object (json);
  add_move (ctl, COACH_MOVE (movement), verdict);
  coach_ctl_add_string (json, "group", coach_movement_get_group (movement));
  coach_ctl_add_string (json, "purpose", coach_movement_get_purpose (movement));
  coach_ctl_add_strings (json, "muscles", coach_movement_get_muscles (movement));
  coach_ctl_add_string (json, "position", coach_movement_get_position (movement));
  coach_ctl_add_strings (json, "equipment", coach_movement_get_equipment (movement));
  coach_ctl_add_int (json, "level", coach_movement_get_level (movement));
  json_builder_set_member_name (json, "perSide");
  json_builder_add_boolean_value (json, coach_movement_is_per_side (movement));
  coach_ctl_add_dose (ctl, coach_movement_get_dose (movement));
  coach_ctl_add_strings (json, "steps", coach_movement_get_steps (movement, COACH_SIDE_LEFT));
  coach_ctl_add_int (json, "setUpSteps", coach_movement_get_n_set_up_steps (movement));
  coach_ctl_add_int (json, "leaveSteps", coach_movement_get_n_leave_steps (movement));
  coach_ctl_add_string (json, "cue", coach_movement_get_cue (movement, COACH_SIDE_LEFT));
  coach_ctl_add_string (json, "breathing", coach_movement_get_breathing (movement));
  add_breathing_pace (ctl, coach_movement_get_breathing_pace (movement));
  coach_ctl_add_strings (json, "mistakes", coach_movement_get_mistakes (movement));
  coach_ctl_add_string (json, "feel", coach_movement_get_feel (movement, COACH_SIDE_LEFT));
  coach_ctl_add_string (json, "easier", coach_movement_get_easier (movement));
  json_builder_end_object (json);
}

/**
 * coach_ctl_show_movement:
 * @ctl: the program
 * @movement: a movement
 *
 * Shows a movement with its verdict.
 */
void
coach_ctl_show_movement (CoachCtl      *ctl,
                         CoachMovement *movement)
{
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (ctl->catalog, ctl->profile,
                                                             COACH_MOVE (movement));

  if (ctl->json != NULL)
    add_movement (ctl, movement, verdict);
  else
    print_movement (ctl, movement, verdict);
}

static void
print_avoid_entry (CoachCtl        *ctl,
                   CoachAvoidEntry *entry,
                   CoachVerdict    *verdict)
{
  g_autoptr (CoachCtlTable) facts = coach_ctl_table_new (2);
  g_autofree char *synonyms = g_strjoinv (_(", "),
                                          (char **) coach_avoid_entry_get_synonyms (entry));

  coach_ctl_print_heading (ctl->text, coach_move_get_name (COACH_MOVE (entry)));
  coach_ctl_print (ctl->text, "", coach_avoid_entry_get_why (entry));
  g_string_append_c (ctl->text, '\n');
  add_fact (facts, _("Id"), coach_move_get_id (COACH_MOVE (entry)));
  add_fact (facts, _("Also called"), *synonyms != '\0' ? synonyms : NULL);
  coach_ctl_table_print (facts, "  ", ctl->text);
  coach_ctl_print_verdict (ctl, verdict);
  coach_ctl_print_instead (ctl, COACH_MOVE (entry));
  print_section (ctl, _("If you did it and it flared"), coach_avoid_entry_get_if_flared (entry));
  print_section (ctl, _("When it may come back"), coach_avoid_entry_get_until (entry));
  print_section (ctl, _("Where this comes from"), coach_avoid_entry_get_source (entry));
}

static void
add_avoid_entry (CoachCtl        *ctl,
                 CoachAvoidEntry *entry,
                 CoachVerdict    *verdict)
{
  JsonBuilder *json = ctl->json;

  json_builder_begin_object (json);
  add_move (ctl, COACH_MOVE (entry), verdict);
  coach_ctl_add_strings (json, "synonyms", coach_avoid_entry_get_synonyms (entry));
  coach_ctl_add_string (json, "why", coach_avoid_entry_get_why (entry));
  coach_ctl_add_string (json, "severity",
                        coach_avoid_entry_get_severity (entry) == COACH_VERDICT_AVOID ? "avoid"
                                                                                      : "modify");
  coach_ctl_add_string (json, "ifFlared", coach_avoid_entry_get_if_flared (entry));
  coach_ctl_add_string (json, "until", coach_avoid_entry_get_until (entry));
  coach_ctl_add_string (json, "source", coach_avoid_entry_get_source (entry));
  json_builder_end_object (json);
}

/**
 * coach_ctl_show_avoid_entry:
 * @ctl: the program
 * @entry: a move to avoid
 *
 * Shows a move to avoid with its verdict.
 */
void
coach_ctl_show_avoid_entry (CoachCtl        *ctl,
                            CoachAvoidEntry *entry)
{
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (ctl->catalog, ctl->profile,
                                                             COACH_MOVE (entry));

  if (ctl->json != NULL)
    add_avoid_entry (ctl, entry, verdict);
  else
    print_avoid_entry (ctl, entry, verdict);
}
