#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-words.h"

#include <glib/gi18n-lib.h>

/* All that a reminder says (safety.md, section 8): a nudge, not an order, and no blame. */

static guint
count_minutes (gint64 us)
{
  return (guint) (us / (60 * (gint64) G_USEC_PER_SEC));
}

/* Where breaks cannot be noticed, only the time is known. */
static char *
make_title (const CoachReminderOrders *orders,
            gboolean                   knows_presence)
{
  guint minutes = count_minutes (orders->sat_us);

  if (orders->tone == COACH_REMINDER_STOOD)
    return g_strdup (_("On your feet for a while"));
  if (!knows_presence)
    return g_strdup (_("Time for a small break?"));
  if (orders->tone == COACH_REMINDER_SUMMARY)
    return g_strdup (_("That was a good while of sitting"));
  if (minutes == 30)
    return g_strdup (_("Half an hour of sitting"));
  if (minutes == 60)
    return g_strdup (_("An hour of sitting"));
  return g_strdup_printf (ngettext ("%u minute of sitting", "%u minutes of sitting", minutes),
                          minutes);
}

static const char *
ask_about_interval (CoachReminderManner manner)
{
  switch (manner)
    {
    case COACH_REMINDER_CHANGE_POSITION:
      return _("Fancy changing position? If this comes too often, choose a longer time in "
               "Preferences.");
    case COACH_REMINDER_CANNOT_STAND:
      return _("Fancy moving a little? If this comes too often, choose a longer time in "
               "Preferences.");
    case COACH_REMINDER_STAND_UP:
    default:
      return _("Fancy standing up? If this comes too often, choose a longer time in Preferences.");
    }
}

/* With buttons below it. */
static const char *
offer (CoachReminderManner manner,
       CoachReminderTone   tone)
{
  switch (manner)
    {
    case COACH_REMINDER_CHANGE_POSITION:
      return tone == COACH_REMINDER_REPEAT ? _("A change of position is still worth a try.")
                                           : _("Fancy changing position for a moment?");
    case COACH_REMINDER_CANNOT_STAND:
      return tone == COACH_REMINDER_REPEAT
                 ? _("A few moves for arms and breath are still worth a try.")
                 : _("Fancy a few moves for arms and breath?");
    case COACH_REMINDER_STAND_UP:
    default:
      return tone == COACH_REMINDER_REPEAT ? _("A minute on your feet is still worth a try.")
                                           : _("Fancy standing up for a moment?");
    }
}

/* Without buttons, and where no exercise may be offered. */
static const char *
suggest (CoachReminderManner manner)
{
  switch (manner)
    {
    case COACH_REMINDER_CHANGE_POSITION:
      return _("Fancy changing position? Even a small shift of weight counts.");
    case COACH_REMINDER_CANNOT_STAND:
      return _("Fancy moving a little? A shift of weight or a few slow breaths count.");
    case COACH_REMINDER_STAND_UP:
    default:
      return _("Fancy standing up for a moment? A few steps are enough.");
    }
}

/* After a warning sign nothing is offered to be done but the change itself. */
static const char *
suggest_without_exercise (CoachReminderManner manner)
{
  switch (manner)
    {
    case COACH_REMINDER_CHANGE_POSITION:
    case COACH_REMINDER_CANNOT_STAND:
      return _("Fancy changing position for a moment?");
    case COACH_REMINDER_STAND_UP:
    default:
      return _("Fancy standing up for a moment?");
    }
}

static const char *
choose_body (const CoachReminderOrders *orders,
             const CoachReminderConfig *config,
             gboolean                   has_actions)
{
  if (orders->tone == COACH_REMINDER_STOOD)
    return _("Fancy a change? Sit down, or walk a few steps.");
  if (config->is_emergency)
    return suggest_without_exercise (config->manner);
  if (orders->asks_interval)
    return ask_about_interval (config->manner);
  return has_actions ? offer (config->manner, orders->tone) : suggest (config->manner);
}

static void
add_action (CoachNotice *notice,
            const char  *id,
            const char  *label)
{
  g_assert (notice->n_actions < COACH_NOTICE_MAX_ACTIONS);

  notice->actions[notice->n_actions++] = (CoachNoticeAction) { id, label };
}

static void
add_actions (CoachNotice               *notice,
             const CoachReminderOrders *orders,
             const CoachReminderConfig *config)
{
  if (orders->tone == COACH_REMINDER_STOOD)
    add_action (notice, COACH_NOTICE_SIT, _("I Sit Now"));
  else if (!config->is_emergency)
    {
      if (config->manner == COACH_REMINDER_STAND_UP)
        add_action (notice, COACH_NOTICE_STAND, _("Stand 1 min"));
      add_action (notice, COACH_NOTICE_CHAIR, _("Chair 2 min"));
    }
  add_action (notice, COACH_NOTICE_LATER, _("Later"));
}

/**
 * coach_reminder_words_fill:
 * @notice: (out): what the notification says; clear it
 * @orders: orders that show one
 * @config: the configuration
 * @knows_presence: whether it is known when somebody sits; else nothing is said about sitting
 * @has_actions: whether buttons will be seen; the text makes sense without them
 *
 * Finds the words of a reminder, in the person's language: at most two short sentences.
 */
void
coach_reminder_words_fill (CoachNotice               *notice,
                           const CoachReminderOrders *orders,
                           const CoachReminderConfig *config,
                           gboolean                   knows_presence,
                           gboolean                   has_actions)
{
  g_return_if_fail (notice != NULL && orders != NULL && config != NULL);

  *notice = (CoachNotice) { 0 };
  notice->title = make_title (orders, knows_presence);
  notice->body = g_strdup (choose_body (orders, config, has_actions));
  if (has_actions)
    add_actions (notice, orders, config);
}
