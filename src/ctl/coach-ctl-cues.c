#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

static gboolean
is_heard (CoachCtl       *ctl,
          const CoachCue *cue)
{
  return !ctl->cues.are_wanted || coach_cue_is_said (cue, ctl->cues.talk)
         || coach_cue_is_sounded (cue, ctl->cues.talk);
}

static void
add_cue (CoachCtl       *ctl,
         const CoachCue *cue)
{
  gboolean is_said = !ctl->cues.are_wanted || coach_cue_is_said (cue, ctl->cues.talk);
  gboolean is_sounded = !ctl->cues.are_wanted || coach_cue_is_sounded (cue, ctl->cues.talk);

  json_builder_begin_object (ctl->json);
  coach_ctl_add_int (ctl->json, "at_s", cue->at_s);
  coach_ctl_add_string (ctl->json, "text", is_said ? cue->text : NULL);
  coach_ctl_add_string (ctl->json, "kind", coach_cue_kind_get_id (cue->kind));
  coach_ctl_add_string (ctl->json, "sound",
                        is_sounded ? coach_cue_sound_get_id (cue->sound) : NULL);
  json_builder_end_object (ctl->json);
}

/**
 * coach_ctl_add_cues:
 * @ctl: the program; its JSON stands in an object
 * @phase: a phase of a plan
 *
 * Adds a member that lists what is heard in a phase.
 */
void
coach_ctl_add_cues (CoachCtl         *ctl,
                    const CoachPhase *phase)
{
  json_builder_set_member_name (ctl->json, "cues");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < phase->n_cues; i++)
    if (is_heard (ctl, &phase->cues[i]))
      add_cue (ctl, &phase->cues[i]);
  json_builder_end_array (ctl->json);
}

static const char *
get_sound_word (CoachCueSound sound)
{
  switch (sound)
    {
    case COACH_CUE_SOUND_BEGIN:
      return C_ ("sound", "bell");
    case COACH_CUE_SOUND_END:
      return C_ ("sound", "low stroke");
    case COACH_CUE_SOUND_SWITCH:
      return C_ ("sound", "two tones");
    case COACH_CUE_SOUND_TICK:
      return C_ ("sound", "tick");
    case COACH_CUE_SOUND_CLOSE:
      return C_ ("sound", "closing chord");
    case COACH_CUE_SOUND_NONE:
    default:
      return "";
    }
}

static void
print_cue (CoachCtl         *ctl,
           CoachCtlTable    *table,
           const CoachPhase *phase,
           const CoachCue   *cue,
           int               width)
{
  guint at_s = phase->start_s + cue->at_s;
  g_autofree char *time = g_strdup_printf ("%*u:%02u", width, at_s / 60, at_s % 60);
  gboolean is_sounded = coach_cue_is_sounded (cue, ctl->cues.talk);

  coach_ctl_table_add_row (table, time, is_sounded ? get_sound_word (cue->sound) : "",
                           coach_cue_is_said (cue, ctl->cues.talk) ? cue->text : "", NULL);
}

/**
 * coach_ctl_print_cues:
 * @ctl: the program
 * @plan: a plan
 *
 * Writes out what is heard in a session, second by second.
 */
void
coach_ctl_print_cues (CoachCtl  *ctl,
                      CoachPlan *plan)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (3);
  int width = coach_plan_get_total_s (plan) < 600 ? 1 : 2;

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      for (guint c = 0; c < phase->n_cues; c++)
        if (is_heard (ctl, &phase->cues[c]))
          print_cue (ctl, table, phase, &phase->cues[c], width);
    }
  g_string_append_c (ctl->text, '\n');
  coach_ctl_table_print (table, "", ctl->text);
}
