#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pack-card-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

static char *
describe_pack (CoachPackKind kind,
               guint         minutes)
{
  switch (kind)
    {
    case COACH_PACK_HEAT:
      return g_strdup_printf (ngettext ("Heat for %u minute", "Heat for %u minutes", minutes),
                              minutes);
    case COACH_PACK_COLD:
      return g_strdup_printf (ngettext ("Cold for %u minute", "Cold for %u minutes", minutes),
                              minutes);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static const char *
get_end (CoachPackKind kind)
{
  if (kind == COACH_PACK_HEAT)
    return _("The warm pack has been on for long enough. Press “Taken off” when it is off.");
  return _("The cold pack has been on for long enough. Press “Taken off” when it is off.");
}

static void
say_what_to_do (CoachPackCardState *state,
                CoachSafetyGuide   *guide,
                CoachPackKind       kind)
{
  switch (state->stage)
    {
    case COACH_PACK_CHECK_SKIN:
      state->headline = _("Time for a look at your skin");
      state->prompt = coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_SKIN_CHECK);
      break;
    case COACH_PACK_TAKE_OFF:
      state->headline = _("Take it off now");
      state->prompt = get_end (kind);
      break;
    case COACH_PACK_OFF:
    case COACH_PACK_ON:
    default:
      state->headline = "";
      state->prompt = "";
      break;
    }
}

/**
 * coach_pack_card_state_from:
 * @context: what pages are given
 *
 * Looks at the pack that is on.
 *
 * Returns: (transfer full): what to show of it
 */
CoachPackCardState *
coach_pack_card_state_from (CoachAppContext *context)
{
  CoachPackCardState *state;
  CoachPackTimer *timer;
  CoachPackKind kind;
  gint64 remaining_us;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  timer = coach_app_context_get_pack_timer (context);
  kind = coach_pack_timer_get_kind (timer);
  remaining_us = coach_pack_timer_get_remaining_us (timer);

  state = g_new0 (CoachPackCardState, 1);
  state->stage = coach_pack_timer_get_stage (timer);
  state->title = describe_pack (kind, coach_pack_timer_get_minutes (timer));
  state->clock = coach_phrases_format_clock (remaining_us);
  state->words = coach_phrases_describe_time_left (remaining_us);
  say_what_to_do (state, coach_catalog_get_safety_guide (coach_app_context_get_catalog (context)),
                  kind);
  return state;
}

/**
 * coach_pack_card_state_free:
 * @state: (transfer full): what is shown
 *
 * Frees it.
 */
void
coach_pack_card_state_free (CoachPackCardState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->title);
  g_free (state->clock);
  g_free (state->words);
  g_free (state);
}
