#pragma once

#include "coach-reminder-link.h"
#include "reminder.h"

G_BEGIN_DECLS

/**
 * CoachReminderCardFacts:
 * @told: (not nullable): what the reminder told last
 * @is_wanted: whether the person switched reminders on
 * @is_busy: whether they are being switched just now
 * @manner: what the person wants to be reminded of
 * @is_barred: whether a warning sign has exercises off
 * @offered_minutes: another time of sitting that is worth offering; 0 for none
 * @n_breaks: how many breaks were taken today
 * @now: (not nullable): the local time
 *
 * What Today's card of sitting depends on.
 */
typedef struct
{
  const CoachReminderFacts *told;
  gboolean                  is_wanted;
  gboolean                  is_busy;
  CoachReminderManner       manner;
  gboolean                  is_barred;
  guint                     offered_minutes;
  guint                     n_breaks;
  GDateTime                *now;
} CoachReminderCardFacts;

/**
 * CoachReminderCardState:
 * @headline: what is going on, as in "25 minutes of sitting"
 * @detail: what comes of it, as in "A break is due in 5 minutes."; may be empty
 * @breaks: (nullable): the breaks of today; %NULL when there is none to tell of
 * @has_bar: whether there is a stretch to be drawn
 * @fraction: how much of it has gone, 0 to 1
 * @can_switch_on: whether to offer to switch reminders on, or to start what does not run
 * @switch_label: (nullable): the words of that
 * @can_stand: whether "I'm standing" makes sense
 * @can_sit: whether "I'm sitting again" does
 * @can_pause: whether to offer to pause
 * @can_resume: whether to offer to end a pause
 * @offers_stand: whether to offer the break on one's feet
 * @offers_chair: whether to offer the break in the chair
 * @can_end_break: whether a break is led that can be left
 * @offer: (nullable): a sentence that offers another time of sitting
 * @offer_label: (nullable): the words of its button
 *
 * What Today shows of sitting. Nothing in it is computed here: the reminder tells it.
 */
typedef struct
{
  char       *headline;
  char       *detail;
  char       *breaks;
  gboolean    has_bar;
  double      fraction;
  gboolean    can_switch_on;
  const char *switch_label;
  gboolean    can_stand;
  gboolean    can_sit;
  gboolean    can_pause;
  gboolean    can_resume;
  gboolean    offers_stand;
  gboolean    offers_chair;
  gboolean    can_end_break;
  char       *offer;
  char       *offer_label;
} CoachReminderCardState;

CoachReminderCardState *coach_reminder_card_state_from (const CoachReminderCardFacts *facts);
void                    coach_reminder_card_state_free (CoachReminderCardState       *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachReminderCardState, coach_reminder_card_state_free)

G_END_DECLS
