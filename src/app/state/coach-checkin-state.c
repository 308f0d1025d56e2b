#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-checkin-state.h"

#include <glib/gi18n.h>

#include "coach-body-map-state.h"
#include "coach-check-state.h"

static void
entry_free (gpointer data)
{
  CoachCheckinEntry *entry = data;

  g_free (entry->id);
  g_free (entry->time);
  g_free (entry->words);
  g_free (entry);
}

static CoachPainGuide *
get_guide (CoachAppContext *context)
{
  return coach_catalog_get_pain_guide (coach_app_context_get_catalog (context));
}

/* Days are told apart by the date that was on the wall. */
static int
count_days_since (GDateTime *when,
                  GDateTime *now)
{
  GDate then, today;

  g_date_clear (&then, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&then, (GDateDay) g_date_time_get_day_of_month (when),
                  (GDateMonth) g_date_time_get_month (when),
                  (GDateYear) g_date_time_get_year (when));
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  return g_date_days_between (&then, &today);
}

static const char *
get_same (int days)
{
  if (days <= 0)
    return _("Same as earlier today");
  return days == 1 ? _("Same as yesterday") : _("Same as last time");
}

static char *
format_last_time (GDateTime *when,
                  int        days)
{
  if (days <= 0)
    /* Translators: when a check-in was, as strftime() writes it */
    return g_date_time_format (when, C_("time", "Today at %H:%M"));
  if (days == 1)
    /* Translators: when a check-in was, as strftime() writes it */
    return g_date_time_format (when, C_("time", "Yesterday at %H:%M"));
  /* Translators: when a check-in was, as strftime() writes it: "Monday at 08:15" */
  return g_date_time_format (when, C_("time", "%A at %H:%M"));
}

static void
put_last (CoachCheckinState  *self,
          CoachPainGuide     *guide,
          const CoachCheckin *checkin,
          int                 days)
{
  self->has_last = TRUE;
  self->last = checkin->pain;
  self->same = g_strdup (get_same (days));
  self->last_time = format_last_time (checkin->when, days);
  self->last_words = coach_body_map_describe_pain (guide, &checkin->pain);
}

static void
add_entry (CoachCheckinState  *self,
           CoachPainGuide     *guide,
           const char         *id,
           const CoachCheckin *checkin)
{
  CoachCheckinEntry *entry = g_new0 (CoachCheckinEntry, 1);

  entry->id = g_strdup (id);
  entry->pain = checkin->pain;
  entry->time = g_date_time_format (checkin->when, C_("time", "%H:%M"));
  entry->words = coach_body_map_describe_pain (guide, &checkin->pain);
  g_ptr_array_add (self->entries, entry);
}

/**
 * coach_checkin_state_new:
 * @context: the person and the diary
 *
 * Finds what the last check-in says, if it was in the last days (`stale_days` of pain.json), and
 * those of today.
 *
 * Returns: (transfer full): the state
 */
CoachCheckinState *
coach_checkin_state_new (CoachAppContext *context)
{
  g_autoptr (GDateTime) now = NULL;
  CoachDiary *diary;
  CoachPainGuide *guide;
  CoachCheckinState *self;
  int most_days;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  now = coach_app_context_dup_now (context);
  diary = coach_app_context_get_diary (context);
  guide = get_guide (context);
  most_days = (int) coach_pain_guide_get_constants (guide)->stale_days;
  self = g_new0 (CoachCheckinState, 1);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = coach_diary_get_n_checkins (diary); i > 0; i--)
    {
      const CoachCheckin *checkin = coach_diary_get_checkin (diary, i - 1);
      int days = count_days_since (checkin->when, now);

      if (days > most_days)
        break;
      if (!self->has_last)
        put_last (self, guide, checkin, days);
      if (days <= 0)
        add_entry (self, guide, coach_diary_get_checkin_id (diary, i - 1), checkin);
    }
  return self;
}

/**
 * coach_checkin_state_free:
 * @self: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_checkin_state_free (CoachCheckinState *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->same);
  g_free (self->last_time);
  g_free (self->last_words);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/**
 * coach_checkin_state_find_entry:
 * @self: a state
 * @id: of a check-in
 *
 * Finds a check-in of today.
 *
 * Returns: (transfer none) (nullable): the check-in
 */
const CoachCheckinEntry *
coach_checkin_state_find_entry (const CoachCheckinState *self,
                                const char              *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CoachCheckinEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

/**
 * coach_checkin_state_save:
 * @context: the person and the diary
 * @id: (nullable): the check-in of today that is put right; %NULL for a new one
 * @pain: where it hurts
 *
 * Puts a check-in down. What it says is compared with the last check-in, or with what stood in its
 * place: numbness that was there already is not new.
 *
 * Returns: (transfer none) (nullable): why warning-sign questions follow at once, see
 *   [func@check_state_find_reason]; %NULL when none do
 */
const char *
coach_checkin_state_save (CoachAppContext *context,
                          const char      *id,
                          const CoachPain *pain)
{
  g_autoptr (CoachCheckinState) state = NULL;
  g_autoptr (GDateTime) now = NULL;
  const CoachCheckinEntry *entry;
  const CoachPain *before;
  const char *reason;
  CoachDiary *diary;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (pain != NULL, NULL);

  state = coach_checkin_state_new (context);
  diary = coach_app_context_get_diary (context);
  now = coach_app_context_dup_now (context);
  entry = id != NULL ? coach_checkin_state_find_entry (state, id) : NULL;
  before = entry != NULL ? &entry->pain : state->has_last ? &state->last : NULL;
  reason = coach_check_state_find_reason (context, before, pain);
  if (entry != NULL)
    coach_diary_change_checkin (diary, entry->id, pain);
  else
    coach_diary_add_checkin (diary, now, pain);
  return reason;
}
