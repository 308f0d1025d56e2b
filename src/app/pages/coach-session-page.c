#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page.h"

#include <glib/gi18n.h>

#include "coach-announcer.h"
#include "coach-clip-view.h"
#include "coach-digits.h"
#include "coach-far-view.h"
#include "coach-plan-bar.h"
#include "coach-session-bar.h"
#include "coach-session-notice.h"
#include "coach-session-news.h"
#include "coach-session-page-far-private.h"
#include "coach-session-page-hurts-private.h"
#include "coach-session-page-keys-private.h"
#include "coach-session-page-state.h"
#include "coach-steps-list.h"
#include "coach-verdict-badge.h"

struct _CoachSessionPage
{
  GtkWidget              parent_instance;

  CoachAppContext       *context;     /* (owned) (not nullable), given at construction */
  CoachSession          *session;     /* (owned) (not nullable), given at construction */

  CoachSessionPageState *shown;       /* (owned) (nullable): what the widgets show */
  CoachSessionPageState *told;        /* (owned) (nullable): what those who listen were told of */
  guint                  wake_id;     /* 0 when no wake is armed */
  gboolean               was_entered; /* whether the keyboard has found its first place */
  CoachSessionPageHurts *hurts;       /* (owned) (not nullable): what answers "It hurts" */
  CoachSessionPageFar   *far;         /* (owned) (not nullable): what changes to the far view */
  CoachSessionPageKeys  *keys;        /* (owned) (not nullable): what follows the keys */

  GtkWidget             *content;
  AdwWindowTitle        *title;
  CoachPlanBar          *plan_bar;
  GtkStack              *pictures;
  CoachClipView         *clip_view;
  CoachStepsList        *steps_list;
  GtkLabel              *side_label;
  GtkLabel              *activity_label;
  GtkWidget             *paused_box;
  CoachDigits           *digits;
  GtkLabel              *name_label;
  GtkLabel              *instruction_label;
  GtkLabel              *next_label;
  CoachVerdictBadge     *caution_badge;
  GtkLabel              *caution_label;
  GtkWidget             *pause_button;
  GtkStack              *pause_faces;
  CoachFarView          *far_view;
  GMenu                 *monitors_menu;
  CoachSessionQuestion  *question;
  CoachSessionNotice    *notice;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_SESSION,
} CoachSessionPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

/**
 * CoachSessionPage:
 *
 * Leads through a session: picture, clock, one instruction, and the controls. It only listens to
 * its [class@Session], and wakes once a second while the clock on it runs and is seen.
 */
G_DEFINE_FINAL_TYPE (CoachSessionPage, coach_session_page, GTK_TYPE_WIDGET)

/* Setting the text that is there already would lay out the window anew. */
static void
set_label (GtkLabel   *label,
           const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text != NULL ? text : ""))
    gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
has_other_picture (const CoachSessionPageState *before,
                   const CoachSessionPageState *after)
{
  return before == NULL || before->movement != after->movement
         || before->picture_side != after->picture_side;
}

/* Clips are drawn with the left side at work. Where there is none, the steps are shown in words. */
static void
update_picture (CoachSessionPage            *self,
                const CoachSessionPageState *state)
{
  CoachMove *move = COACH_MOVE (state->movement);
  g_autofree char *clip = NULL;
  g_autofree char *still = NULL;

  clip = coach_places_find_clip (coach_app_context_get_places (self->context),
                                 coach_move_get_id (move));
  still = coach_app_context_find_still (self->context, move);
  g_object_set (self->clip_view, "description", state->name, NULL);
  coach_clip_view_set_mirrored (self->clip_view, state->picture_side == COACH_SIDE_RIGHT);
  coach_clip_view_set_still_path (self->clip_view, still);
  coach_clip_view_set_clip_path (self->clip_view, clip);
  coach_steps_list_set_steps (self->steps_list, coach_movement_get_steps (state->movement,
                                                                         state->picture_side));
  gtk_stack_set_visible_child_name (self->pictures,
                                    clip != NULL || still != NULL ? "clip" : "steps");
}

static void
update_clock (CoachSessionPage            *self,
              const CoachSessionPageState *state)
{
  adw_window_title_set_title (self->title, state->title);
  adw_window_title_set_subtitle (self->title, state->time_left);
  coach_plan_bar_set_progress (self->plan_bar, state->n_steps, state->step, state->fraction,
                               state->progress);
  coach_digits_set_text (self->digits, state->digits);
  if (state->digits_words_due || has_other_picture (self->shown, state))
    coach_digits_set_words (self->digits, state->digits_words);
}

static void
update_texts (CoachSessionPage            *self,
              const CoachSessionPageState *state)
{
  set_label (self->side_label, state->side);
  set_label (self->activity_label, state->activity);
  set_label (self->name_label, state->name);
  set_label (self->instruction_label, state->instruction);
  set_label (self->next_label, state->caution == NULL ? state->next : NULL);
  set_label (self->caution_label, state->caution);
  coach_verdict_badge_set_level (self->caution_badge, state->caution != NULL
                                                          ? COACH_VERDICT_CAUTION
                                                          : COACH_VERDICT_ALLOW);
}

static void
update_pause (CoachSessionPage            *self,
              const CoachSessionPageState *state)
{
  gtk_widget_set_visible (self->paused_box, state->is_paused);
  gtk_stack_set_visible_child_name (self->pause_faces, state->is_paused ? "resume" : "pause");
  if (self->shown == NULL || self->shown->is_paused != state->is_paused)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    state->is_paused ? _("Resume") : _("Pause"), -1);
}

static void
update_actions (CoachSessionPage            *self,
                const CoachSessionPageState *state)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "session.toggle-pause", state->can_toggle_pause);
  gtk_widget_action_set_enabled (widget, "session.skip-step", state->can_move);
  gtk_widget_action_set_enabled (widget, "session.go-back", state->can_move);
  gtk_widget_action_set_enabled (widget, "session.it-hurts", state->can_move);
  gtk_widget_action_set_enabled (widget, "session.stop", state->can_stop);
}

static void
disarm_wake (CoachSessionPage *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (coach_app_context_get_clock (self->context), self->wake_id);
  self->wake_id = 0;
}

static void update_widgets (CoachSessionPage *self);

static void
second_passed_cb (CoachClock *clock,
                  gpointer    user_data)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (user_data);

  self->wake_id = 0;
  update_widgets (self);
}

/* Wakes at the very moment the digits change, and not at all while nobody sees them. */
static void
arm_wake (CoachSessionPage *self,
          gint64            next_change_us)
{
  CoachClock *clock = coach_app_context_get_clock (self->context);

  disarm_wake (self);
  if (next_change_us >= 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->wake_id = coach_clock_add_wake (clock, coach_clock_get_monotonic_us (clock)
                                          + next_change_us, second_passed_cb, self);
}

/* What was told in passing would talk over the news if it did not come with it. */
static void
announce (CoachSessionPage *self,
          const char       *news)
{
  g_autofree char *told = coach_session_notice_steal_unheard (self->notice);
  g_autofree char *all = told != NULL ? g_strdup_printf ("%s %s", news, told) : g_strdup (news);

  coach_announcer_tell (GTK_WIDGET (self), all);
}

/* The last of all, so that what changes its name meanwhile does not talk over it. It is told of the
 * far view as well. */
static void
tell_news (CoachSessionPage *self)
{
  g_autoptr (CoachSessionPageState) state = coach_session_page_state_new (self->session);
  g_autofree char *news = coach_session_news_between (self->told, state);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->told, coach_session_page_state_free);
  self->told = g_steal_pointer (&state);
  if (news != NULL)
    announce (self, news);
}

/* What is hidden by the far view is told nothing, so that nobody hears it twice. Takes the state. */
static void
update_near_view (CoachSessionPage      *self,
                  CoachSessionPageState *state)
{
  if (has_other_picture (self->shown, state))
    update_picture (self, state);
  coach_clip_view_set_playing (self->clip_view, state->is_moving);
  update_clock (self, state);
  update_texts (self, state);
  update_pause (self, state);

  g_clear_pointer (&self->shown, coach_session_page_state_free);
  self->shown = state;
}

static void
update_widgets (CoachSessionPage *self)
{
  CoachSessionPageState *state = coach_session_page_state_new (self->session);

  update_actions (self, state);
  arm_wake (self, state->next_change_us);
  if (coach_session_page_far_update (self->far))
    coach_session_page_state_free (state);
  else
    update_near_view (self, state);
  tell_news (self);
}

static void
session_changed_cb (CoachSessionPage *self)
{
  update_widgets (self);
}

static void
it_hurts_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (widget);

  coach_session_page_far_leave (self->far);
  coach_session_page_hurts_ask (self->hurts);
}

static void
toggle_pause_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  CoachSession *session = COACH_SESSION_PAGE (widget)->session;

  coach_session_page_far_touch (COACH_SESSION_PAGE (widget)->far);
  switch (coach_session_get_status (session))
    {
    case COACH_SESSION_READY:
      coach_session_start (session);
      break;
    case COACH_SESSION_RUNNING:
      coach_session_pause (session);
      break;
    case COACH_SESSION_PAUSED:
      coach_session_resume (session);
      break;
    case COACH_SESSION_FINISHED:
    case COACH_SESSION_STOPPED:
    default:
      break;
    }
}

static void
skip_step_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (CoachSession) session = g_object_ref (COACH_SESSION_PAGE (widget)->session);

  coach_session_page_far_touch (COACH_SESSION_PAGE (widget)->far);
  coach_session_skip_step (session);
}

static void
go_back_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  coach_session_page_far_touch (COACH_SESSION_PAGE (widget)->far);
  coach_session_go_back (COACH_SESSION_PAGE (widget)->session);
}

static void
stop_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autoptr (CoachSession) session = g_object_ref (COACH_SESSION_PAGE (widget)->session);

  coach_session_stop (session);
}

/* It would lie behind the far view. */
static void
question_changed_cb (CoachSessionPage *self)
{
  if (self->far != NULL && gtk_widget_get_visible (GTK_WIDGET (self->question)))
    coach_session_page_far_leave (self->far);
}

static void
stage_released_cb (CoachSessionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "session.toggle-pause", NULL);
}

/* The keyboard begins at Pause; from there on it goes its way, Stop being the first of all. */
static gboolean
coach_session_page_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (widget);

  if (!self->was_entered)
    {
      self->was_entered = TRUE;
      return gtk_widget_grab_focus (self->pause_button);
    }
  return GTK_WIDGET_CLASS (coach_session_page_parent_class)->focus (widget, direction);
}

static void
coach_session_page_map (GtkWidget *widget)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (widget);

  GTK_WIDGET_CLASS (coach_session_page_parent_class)->map (widget);

  coach_session_page_keys_watch (self->keys);
  update_widgets (self);
}

static void
coach_session_page_unmap (GtkWidget *widget)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (widget);

  disarm_wake (self);
  coach_session_page_keys_unwatch (self->keys);
  g_clear_pointer (&self->told, coach_session_page_state_free);
  coach_announcer_finish (widget, NULL);

  GTK_WIDGET_CLASS (coach_session_page_parent_class)->unmap (widget);
}

static void
coach_session_page_constructed (GObject *object)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (object);

  G_OBJECT_CLASS (coach_session_page_parent_class)->constructed (object);

  g_return_if_fail (self->context != NULL && self->session != NULL);

  self->hurts = coach_session_page_hurts_new (GTK_WIDGET (self), self->context, self->session);
  self->far = coach_session_page_far_new (GTK_WIDGET (self), self->content, self->far_view,
                                          self->monitors_menu, self->context, self->session);
  self->keys = coach_session_page_keys_new (GTK_WIDGET (self), self->context, self->session,
                                            self->hurts, self->question);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const signals[] = { "phase-changed", "notify::status",
                                             "notify::is-leading-in", "notify::plan" };

      g_signal_connect_object (self->session, signals[i], G_CALLBACK (session_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_widgets (self);
}

static void
coach_session_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (object);

  switch ((CoachSessionPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_session_page_dispose (GObject *object)
{
  CoachSessionPage *self = COACH_SESSION_PAGE (object);

  g_clear_pointer (&self->keys, coach_session_page_keys_free);
  g_clear_pointer (&self->hurts, coach_session_page_hurts_free);
  g_clear_pointer (&self->far, coach_session_page_far_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->context != NULL)
    disarm_wake (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_SESSION_PAGE);
  g_clear_pointer (&self->told, coach_session_page_state_free);
  g_clear_pointer (&self->shown, coach_session_page_state_free);
  g_clear_object (&self->session);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_session_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COACH_TYPE_CLIP_VIEW);
  g_type_ensure (COACH_TYPE_DIGITS);
  g_type_ensure (COACH_TYPE_FAR_VIEW);
  g_type_ensure (COACH_TYPE_PLAN_BAR);
  g_type_ensure (COACH_TYPE_SESSION_BAR);
  g_type_ensure (COACH_TYPE_SESSION_NOTICE);
  g_type_ensure (COACH_TYPE_SESSION_QUESTION);
  g_type_ensure (COACH_TYPE_STEPS_LIST);
  g_type_ensure (COACH_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, plan_bar);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, pictures);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, clip_view);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, steps_list);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, side_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, activity_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, paused_box);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, digits);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, instruction_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, caution_badge);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, caution_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, pause_faces);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, far_view);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, monitors_menu);
  gtk_widget_class_bind_template_callback (widget_class, session_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, question);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionPage, notice);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_released_cb);
}

static void
coach_session_page_class_init (CoachSessionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_session_page_constructed;
  object_class->set_property = coach_session_page_set_property;
  object_class->dispose = coach_session_page_dispose;
  widget_class->focus = coach_session_page_focus;
  widget_class->map = coach_session_page_map;
  widget_class->unmap = coach_session_page_unmap;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT, given);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COACH_TYPE_SESSION, given);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "session.toggle-pause", NULL, toggle_pause_cb);
  gtk_widget_class_install_action (widget_class, "session.skip-step", NULL, skip_step_cb);
  gtk_widget_class_install_action (widget_class, "session.go-back", NULL, go_back_cb);
  gtk_widget_class_install_action (widget_class, "session.it-hurts", NULL, it_hurts_cb);
  gtk_widget_class_install_action (widget_class, "session.stop", NULL, stop_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
coach_session_page_init (CoachSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_session_page_new:
 * @context: what pages are given
 * @session: the session to show
 *
 * Makes the screen of a session. It does not start the session.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_session_page_new (CoachAppContext *context,
                        CoachSession    *session)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);

  return g_object_new (COACH_TYPE_SESSION_PAGE, "context", context, "session", session, NULL);
}

/**
 * coach_session_page_ask_end:
 * @self: the screen of a session that has not ended
 *
 * Pauses, and asks whether to end the session; what was done is kept then.
 */
void
coach_session_page_ask_end (CoachSessionPage *self)
{
  g_return_if_fail (COACH_IS_SESSION_PAGE (self));

  coach_session_page_keys_ask (self->keys, COACH_SESSION_ASKED_STOP);
}

/**
 * coach_session_page_tell:
 * @self: the screen of a session
 * @text: a translated sentence
 *
 * Tells something in passing, where it lies over no control.
 */
void
coach_session_page_tell (CoachSessionPage *self,
                         const char       *text)
{
  g_return_if_fail (COACH_IS_SESSION_PAGE (self));
  g_return_if_fail (text != NULL);

  coach_session_notice_tell (self->notice, text);
}
