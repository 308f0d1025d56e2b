#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-window-gate.h"

#include <glib/gi18n.h>

#include "coach-before-start-page.h"
#include "coach-check-state.h"
#include "coach-checkin-page.h"
#include "coach-ease-page.h"
#include "coach-gate.h"
#include "coach-pain-page.h"
#include "coach-questions-page.h"
#include "coach-screening-reason.h"
#include "coach-warning-page.h"
#include "coach-welcome-page.h"
#include "coach-window-private.h"

/* Who goes back and chooses another routine need not say again how it is. */
#define PAIN_STAYS_US (15 * G_TIME_SPAN_MINUTE)

struct _CoachWindowGate
{
  CoachWindow  *window;  /* (unowned): owns this */

  CoachRoutine *routine; /* (owned) (nullable): what is to be started; NULL for what is best now */
  CoachPlan    *plan;    /* (owned) (nullable): what the person has chosen of it */
  gboolean      is_open; /* whether a session is what the pages lead to */
  GtkWidget    *page;    /* (unowned) (nullable), weak: the page that was shown last */

  gboolean      has_pain;
  CoachPain     pain;    /* valid with @has_pain */
  gint64        pain_us; /* monotonic: when it was told; valid with @has_pain */

  char         *reason;  /* (owned) (nullable): why questions were asked that have no answer yet */

  gulong        refreshed_id;
};

static void go_on (CoachWindowGate *self);

static CoachAppContext *
get_context (CoachWindowGate *self)
{
  return coach_window_get_context (self->window);
}

static CoachProfile *
get_profile (CoachWindowGate *self)
{
  return coach_app_context_get_profile (get_context (self));
}

static CoachScreening *
get_screening (CoachWindowGate *self)
{
  return coach_catalog_get_screening (coach_app_context_get_catalog (get_context (self)));
}

static gint64
get_now_us (CoachWindowGate *self)
{
  return coach_clock_get_monotonic_us (coach_app_context_get_clock (get_context (self)));
}

static gboolean
is_shown (CoachWindowGate *self)
{
  return self->page != NULL && coach_window_get_visible_page (self->window) == self->page;
}

/* Pages of the gate follow one another in the same place, so that Back leads out of it. */
static void
show_page (CoachWindowGate *self,
           GtkWidget       *page)
{
  if (is_shown (self))
    coach_window_replace_page (self->window, page);
  else
    coach_window_push_page (self->window, page);
  g_set_weak_pointer (&self->page, page);
}

static void
finished_cb (CoachWindowGate *self)
{
  g_clear_pointer (&self->reason, g_free);
  go_on (self);
}

static void
help_cb (CoachWindowGate *self)
{
  coach_window_push_page (self->window, coach_warning_page_new (get_context (self)));
}

static void
ask (CoachWindowGate *self,
     GPtrArray       *questions,
     gboolean         by_group,
     const char      *yes)
{
  GtkWidget *page = coach_questions_page_new (get_context (self), questions, by_group);

  if (yes != NULL)
    coach_questions_page_say_yes (COACH_QUESTIONS_PAGE (page), yes);

  g_signal_connect_swapped (page, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (page, "help", G_CALLBACK (help_cb), self);
  show_page (self, page);
}

static void
show_welcome (CoachWindowGate *self,
              GPtrArray       *questions)
{
  GtkWidget *page = coach_welcome_page_new (get_context (self), questions);

  g_signal_connect_swapped (page, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (page, "help", G_CALLBACK (help_cb), self);
  show_page (self, page);
}

static void
ask_for_reason (CoachWindowGate *self,
                const char      *reason)
{
  g_autoptr (GPtrArray) questions = NULL;

  questions = coach_screening_reason_dup_questions (get_screening (self), reason);
  ask (self, questions, g_str_equal (reason, "all"), coach_screening_reason_get_yes (reason));
}

/* What something new made come is asked again until it is answered; answering all of it again is
 * the person's own wish. */
static void
ask_until_answered (CoachWindowGate *self,
                    const char      *reason)
{
  g_autofree char *kept = g_strdup (reason);

  if (!g_str_equal (reason, "all"))
    {
      g_free (self->reason);
      self->reason = g_steal_pointer (&kept);
    }
  ask_for_reason (self, reason);
}

/* What is told counts as a check-in, from which the day follows. */
static void
pain_answered_cb (CoachWindowGate *self,
                  CoachPainPage   *page)
{
  CoachAppContext *context = get_context (self);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (context);

  CoachDiary *diary = coach_app_context_get_diary (context);
  const char *reason = NULL;

  self->pain = *coach_pain_page_get_pain (page);
  self->pain_us = get_now_us (self);
  self->has_pain = TRUE;
  reason = coach_check_state_find_reason (context, coach_diary_get_pain_of (diary, now),
                                          &self->pain);
  coach_diary_add_checkin (diary, now, &self->pain);
  if (reason != NULL)
    ask_until_answered (self, reason);
  else
    go_on (self);
}

static void
ask_pain (CoachWindowGate *self)
{
  CoachAppContext *context = get_context (self);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (context);
  CoachCatalog *catalog = coach_app_context_get_catalog (context);
  GtkWidget *page = coach_pain_page_new (coach_catalog_get_pain_guide (catalog));

  coach_pain_page_set_last (
      COACH_PAIN_PAGE (page),
      coach_diary_get_pain_of (coach_app_context_get_diary (context), now));
  g_signal_connect_swapped (page, "answered", G_CALLBACK (pain_answered_cb), self);
  show_page (self, page);
}

static void
plan_chosen_cb (CoachWindowGate *self,
                CoachPlan       *plan)
{
  g_set_object (&self->plan, plan);
  go_on (self);
}

static void
offer_choices (CoachWindowGate *self)
{
  GtkWidget *page = coach_before_start_page_new (get_context (self), self->routine);

  g_signal_connect_swapped (page, "plan-chosen", G_CALLBACK (plan_chosen_cb), self);
  show_page (self, page);
}

static void
look_at_routine (CoachWindowGate *self,
                 CoachGateFacts  *facts)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (get_context (self));
  g_autoptr (GPtrArray) verdicts = NULL;
  CoachPlanOutlook outlook;

  outlook = coach_app_context_look_ahead (get_context (self), self->routine);
  verdicts = coach_verdicts_for_routine (catalog, get_profile (self), self->routine);
  facts->is_micro = coach_routine_get_occasion (self->routine) == COACH_OCCASION_MICRO;
  facts->loses_most = outlook.loses_too_much;
  facts->has_concerns = coach_verdicts_get_worst (verdicts) != COACH_VERDICT_ALLOW;
}

static CoachGateFacts
find_facts (CoachWindowGate *self)
{
  CoachAppContext *context = get_context (self);
  CoachCatalog *catalog = coach_app_context_get_catalog (context);
  CoachProfile *profile = get_profile (self);
  CoachScreeningDecision *decision = coach_app_context_get_decision (context);
  CoachDay *day = coach_profile_get_day (profile);
  g_autoptr (GPtrArray) due = coach_app_context_dup_due (get_context (self), TRUE);
  CoachGateFacts facts = {
    .is_welcomed = coach_profile_get_welcomed (profile) != NULL,
    .is_complete = coach_screening_decision_is_complete (decision),
    .is_blocked = coach_screening_decision_is_blocked (decision)
                  || (day != NULL && coach_day_is_blocked (day)),
    .has_due = due->len > 0 || self->reason != NULL,
    .is_rest_day = day != NULL && coach_day_is_rest_day (day),
    .has_pain = self->has_pain && get_now_us (self) - self->pain_us < PAIN_STAYS_US,
    .colour = day != NULL ? coach_day_get_colour (day) : COACH_PAIN_GREEN,
    .has_chosen = self->plan != NULL,
  };

  if (facts.has_pain)
    facts.colour = coach_pain_judge_before (catalog, &self->pain,
                                            coach_app_context_get_trend (context));
  if (self->routine != NULL)
    look_at_routine (self, &facts);
  return facts;
}

static void
welcome (CoachWindowGate *self)
{
  g_autoptr (GPtrArray) due = coach_app_context_dup_due (get_context (self), FALSE);

  show_welcome (self, due);
}

static void
ask_due (CoachWindowGate *self)
{
  g_autoptr (GPtrArray) due = coach_app_context_dup_due (get_context (self), TRUE);

  if (self->reason != NULL)
    ask_for_reason (self, self->reason);
  else
    ask (self, due, FALSE, NULL);
}

/* The whole plan is done as it is when nothing in it asks for a choice. */
static void
begin (CoachWindowGate *self)
{
  CoachAppContext *context = get_context (self);
  g_autoptr (CoachPlan) plan = g_steal_pointer (&self->plan);
  g_autoptr (GError) error = NULL;
  GtkWidget *page = is_shown (self) ? self->page : NULL;

  if (plan == NULL)
    plan = coach_app_context_make_plan (context, self->routine, NULL, &error);
  self->is_open = FALSE;
  if (plan != NULL)
    coach_window_begin_session (self->window, plan, page);
  else
    coach_window_tell (self->window, error->message);
}

static void
go_on_to_session (CoachWindowGate *self)
{
  CoachGateFacts facts = find_facts (self);

  switch (coach_gate_get_stop (&facts))
    {
    case COACH_GATE_BLOCKED:
      show_page (self, coach_warning_page_new (get_context (self)));
      break;
    case COACH_GATE_WELCOME:
      welcome (self);
      break;
    case COACH_GATE_QUESTIONS:
      ask_due (self);
      break;
    case COACH_GATE_REST:
      show_page (self, coach_ease_page_new (get_context (self), COACH_EASE_REST_DAY));
      break;
    case COACH_GATE_PAIN:
      ask_pain (self);
      break;
    case COACH_GATE_EASE:
      show_page (self, coach_ease_page_new (get_context (self), COACH_EASE_STRONG));
      break;
    case COACH_GATE_CHOICES:
      offer_choices (self);
      break;
    case COACH_GATE_OPEN:
    default:
      if (self->routine != NULL)
        begin (self);
      else
        show_page (self, coach_ease_page_new (get_context (self), COACH_EASE_NOTHING));
      break;
    }
}

/* After questions that came by themselves: what to do about them, or back to where one was. */
static void
go_on (CoachWindowGate *self)
{
  if (self->is_open)
    go_on_to_session (self);
  else if (coach_screening_decision_is_blocked (coach_app_context_get_decision (get_context (self))))
    show_page (self, coach_warning_page_new (get_context (self)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
}

static void
checkin_saved_cb (CoachWindowGate  *self,
                  const char       *reason,
                  CoachCheckinPage *page)
{
  coach_window_tell (self->window, _("Your check-in is saved"));
  if (reason != NULL)
    ask_for_reason (self, reason);
  else
    go_on (self);
}

/* A block that arrives while a session runs ends it; what was done is kept. */
static void
refreshed_cb (CoachWindowGate *self)
{
  CoachScreeningDecision *decision = coach_app_context_get_decision (get_context (self));

  if (coach_window_is_in_session (self->window) && coach_screening_decision_is_blocked (decision))
    {
      coach_window_end_session (self->window);
      coach_window_push_page (self->window, coach_warning_page_new (get_context (self)));
    }
}

/**
 * coach_window_gate_new:
 * @window: the window that owns the gate and shows its pages
 *
 * Makes the gate of a window.
 *
 * Returns: (transfer full): a gate
 */
CoachWindowGate *
coach_window_gate_new (CoachWindow *window)
{
  CoachWindowGate *self;

  g_return_val_if_fail (COACH_IS_WINDOW (window), NULL);

  self = g_new0 (CoachWindowGate, 1);
  self->window = window;
  self->refreshed_id = g_signal_connect_swapped (get_context (self), "refreshed",
                                                 G_CALLBACK (refreshed_cb), self);
  return self;
}

/**
 * coach_window_gate_free:
 * @self: (transfer full): a gate
 *
 * Frees a gate, after the pages of its window.
 */
void
coach_window_gate_free (CoachWindowGate *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handler_disconnect (get_context (self), self->refreshed_id);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->routine);
  g_clear_object (&self->plan);
  g_free (self->reason);
  g_free (self);
}

/**
 * coach_window_gate_greet:
 * @self: a gate
 *
 * Shows what comes by itself when the window opens: Welcome, before everything else, or the
 * questions that follow a long break.
 */
void
coach_window_gate_greet (CoachWindowGate *self)
{
  g_autoptr (GPtrArray) due = NULL;

  g_return_if_fail (self != NULL);

  self->is_open = FALSE;
  if (coach_profile_get_welcomed (get_profile (self)) == NULL)
    {
      welcome (self);
      return;
    }
  due = coach_app_context_dup_due (get_context (self), FALSE);
  for (guint i = 0; i < due->len; i++)
    {
      const CoachScreeningQuestion *question = g_ptr_array_index (due, i);

      if ((question->ask & COACH_SCREENING_ASK_AFTER_BREAK) != 0)
        {
          ask (self, due, FALSE, NULL);
          return;
        }
    }
}

/**
 * coach_window_gate_open:
 * @self: a gate
 * @routine: (nullable): a routine; %NULL when nothing fits now, of which a page says why
 *
 * Leads to a session, past all that has to come before it, and only if nothing blocks it.
 */
void
coach_window_gate_open (CoachWindowGate *self,
                        CoachRoutine    *routine)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (routine == NULL || COACH_IS_ROUTINE (routine));

  if (coach_window_is_in_session (self->window))
    return;
  g_set_object (&self->routine, routine);
  g_clear_object (&self->plan);
  self->is_open = TRUE;
  go_on_to_session (self);
}

/**
 * coach_window_gate_lets_print:
 * @self: a gate
 *
 * Finds whether exercises may go to paper. They may not where warning signs or open questions come
 * before a session: the page that a session would lead to is shown in place of it.
 *
 * Returns: whether they may
 */
gboolean
coach_window_gate_lets_print (CoachWindowGate *self)
{
  CoachGateFacts facts;

  g_return_val_if_fail (self != NULL, FALSE);

  if (coach_window_is_in_session (self->window))
    return FALSE;
  facts = find_facts (self);
  switch (coach_gate_get_stop (&facts))
    {
    case COACH_GATE_BLOCKED:
      coach_window_gate_show_warning (self);
      return FALSE;
    case COACH_GATE_WELCOME:
      self->is_open = FALSE;
      welcome (self);
      return FALSE;
    case COACH_GATE_QUESTIONS:
      self->is_open = FALSE;
      ask_due (self);
      return FALSE;
    case COACH_GATE_REST:
    case COACH_GATE_PAIN:
    case COACH_GATE_EASE:
    case COACH_GATE_CHOICES:
    case COACH_GATE_OPEN:
    default:
      return TRUE;
    }
}

/**
 * coach_window_gate_show_welcome:
 * @self: a gate
 *
 * Shows Welcome again.
 */
void
coach_window_gate_show_welcome (CoachWindowGate *self)
{
  g_autoptr (GPtrArray) questions = NULL;

  g_return_if_fail (self != NULL);

  if (coach_window_is_in_session (self->window))
    return;
  self->is_open = FALSE;
  questions = coach_screening_reason_dup_questions (get_screening (self), "all");
  show_welcome (self, questions);
}

/**
 * coach_window_gate_show_warning:
 * @self: a gate
 *
 * Shows the whole of what the warning-sign answers come to.
 */
void
coach_window_gate_show_warning (CoachWindowGate *self)
{
  g_return_if_fail (self != NULL);

  if (coach_window_is_in_session (self->window))
    return;
  self->is_open = FALSE;
  show_page (self, coach_warning_page_new (get_context (self)));
}

/**
 * coach_window_gate_check_in:
 * @self: a gate
 *
 * Shows the page of a check-in, unless a session runs.
 */
void
coach_window_gate_check_in (CoachWindowGate *self)
{
  GtkWidget *page;

  g_return_if_fail (self != NULL);

  if (coach_window_is_in_session (self->window)
      || COACH_IS_CHECKIN_PAGE (coach_window_get_visible_page (self->window)))
    return;
  self->is_open = FALSE;
  page = coach_checkin_page_new (get_context (self));
  g_signal_connect_swapped (page, "saved", G_CALLBACK (checkin_saved_cb), self);
  show_page (self, page);
}

/**
 * coach_window_gate_show_screening:
 * @self: a gate
 * @reason: why, see [func@screening_reason_dup_questions]
 *
 * Asks the warning-sign questions that something new makes come at once.
 */
void
coach_window_gate_show_screening (CoachWindowGate *self,
                                  const char      *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  self->is_open = FALSE;
  ask_until_answered (self, reason);
}
