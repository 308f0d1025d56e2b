#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-sitting-card.h"

#include <glib/gi18n.h>

#include "coach-reminder-card-state.h"
#include "coach-wrap-layout.h"

struct _CoachSittingCard
{
  GtkWidget               parent_instance;

  CoachAppContext        *context;     /* (owned) (nullable) until it is set */
  CoachReminderCardState *state;       /* (owned) (nullable) until it is set */
  GdkSurface             *surface;     /* (unowned) (nullable): of the window, while mapped */
  GCancellable           *reading;     /* (owned) (nullable): of the breaks */
  guint                   n_breaks;    /* of today */
  gboolean                is_viewing;  /* the link knows that somebody sees the card */
  gboolean                has_failed;  /* what was pressed last did not reach the reminder */

  GtkWidget              *content;
  GtkWidget              *status;
  GtkLabel               *headline_label;
  GtkLabel               *detail_label;
  GtkProgressBar         *bar;
  GtkLabel               *breaks_label;
  GtkLabel               *problem_label;
  GtkWidget              *buttons;
  GtkButton              *switch_button;
  GtkWidget              *standing_button;
  GtkWidget              *sitting_button;
  GtkWidget              *stand_button;
  GtkWidget              *chair_button;
  GtkWidget              *end_button;
  GtkWidget              *pause_button;
  GtkWidget              *resume_button;
  GtkWidget              *offer_box;
  GtkLabel               *offer_label;
  GtkButton              *offer_button;
};

/**
 * CoachSittingCard:
 *
 * How long has been sat, as the reminder tells it, and what can be told to the reminder.
 */
G_DEFINE_FINAL_TYPE (CoachSittingCard, coach_sitting_card, GTK_TYPE_WIDGET)

static guint
find_offer (CoachSittingCard *self)
{
  CoachSafetyGuide *guide
      = coach_catalog_get_safety_guide (coach_app_context_get_catalog (self->context));
  CoachProfile *profile = coach_app_context_get_profile (self->context);

  /* Check-ins do not tell which pain sitting brings. */
  return coach_reminder_offer_minutes (
      coach_safety_guide_get_sitting (guide), coach_app_context_get_trend (self->context),
      coach_profile_get_flare_since (profile) != NULL, 0,
      g_settings_get_uint (coach_app_context_get_settings (self->context), "reminder-minutes"));
}

static CoachReminderCardState *
make_state (CoachSittingCard *self)
{
  GSettings *settings = coach_app_context_get_settings (self->context);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);
  CoachReminderFacts told;
  CoachAutostartFacts start;
  CoachReminderCardFacts facts = { .told = &told, .now = now, .n_breaks = self->n_breaks };

  coach_reminder_link_get_facts (coach_app_context_get_reminder (self->context), &told);
  coach_autostart_get_facts (coach_app_context_get_autostart (self->context), &start);
  facts.is_wanted = start.is_wanted;
  facts.is_busy = start.is_busy;
  facts.manner = (CoachReminderManner) g_settings_get_enum (settings, "reminder-manner");
  facts.is_barred
      = coach_screening_decision_is_blocked (coach_app_context_get_decision (self->context));
  facts.offered_minutes = find_offer (self);
  return coach_reminder_card_state_from (&facts);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gboolean has_text = text != NULL && *text != '\0';

  gtk_label_set_text (label, has_text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), has_text);
}

static const char *
get_problem (CoachSittingCard *self)
{
  CoachAutostartFacts start;

  if (self->has_failed)
    return _("That did not reach the reminder. Try again in a moment.");
  coach_autostart_get_facts (coach_app_context_get_autostart (self->context), &start);
  return self->state->can_switch_on ? start.problem : NULL;
}

static void
update_buttons (CoachSittingCard *self)
{
  const CoachReminderCardState *state = self->state;

  gtk_widget_set_visible (GTK_WIDGET (self->switch_button), state->can_switch_on);
  if (state->switch_label != NULL)
    gtk_button_set_label (self->switch_button, state->switch_label);
  gtk_widget_set_visible (self->standing_button, state->can_stand);
  gtk_widget_set_visible (self->sitting_button, state->can_sit);
  gtk_widget_set_visible (self->stand_button, state->offers_stand);
  gtk_widget_set_visible (self->chair_button, state->offers_chair);
  gtk_widget_set_visible (self->end_button, state->can_end_break);
  gtk_widget_set_visible (self->pause_button, state->can_pause);
  gtk_widget_set_visible (self->resume_button, state->can_resume);
  gtk_widget_set_visible (self->buttons,
                          state->can_switch_on || state->can_stand || state->can_sit
                              || state->offers_chair || state->can_end_break || state->can_pause
                              || state->can_resume);
}

static void
update_bar (CoachSittingCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), self->state->has_bar);
  gtk_progress_bar_set_fraction (self->bar, self->state->fraction);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  self->state->headline, -1);
}

static void
update_offer (CoachSittingCard *self)
{
  gtk_widget_set_visible (self->offer_box, self->state->offer != NULL);
  if (self->state->offer == NULL)
    return;
  gtk_label_set_text (self->offer_label, self->state->offer);
  gtk_button_set_label (self->offer_button, self->state->offer_label);
}

static void
update (CoachSittingCard *self)
{
  if (self->context == NULL)
    return;
  g_clear_pointer (&self->state, coach_reminder_card_state_free);
  self->state = make_state (self);
  gtk_label_set_text (self->headline_label, self->state->headline);
  set_text (self->detail_label, self->state->detail);
  set_text (self->breaks_label, self->state->breaks);
  set_text (self->problem_label, get_problem (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->state->headline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->state->detail, -1);
  update_bar (self);
  update_offer (self);
  update_buttons (self);
}

static void
count_breaks (CoachSittingCard        *self,
              const CoachDiaryRecords *records)
{
  GDate today;

  coach_app_context_get_today (self->context, &today);
  self->n_breaks = 0;
  for (guint i = 0; i < records->breaks->len; i++)
    {
      const CoachDiaryBreak *pause = g_ptr_array_index (records->breaks, i);
      GDate day = coach_diary_day_of (pause->when);

      if (g_date_compare (&day, &today) == 0)
        self->n_breaks++;
    }
}

static void
breaks_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CoachSittingCard) self = user_data;
  g_autoptr (GError) error = NULL;
  CoachDiaryRecords *records;

  records = coach_diary_read_span_finish (COACH_DIARY (object), result, &error);
  if (records != NULL && self->context != NULL)
    {
      count_breaks (self, records);
      update (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("breaks: %s", error->message);
  g_clear_pointer (&records, coach_diary_records_free);
}

static void
stop_reading (CoachSittingCard *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Another process writes them, so that the journal alone knows. */
static void
read_breaks (CoachSittingCard *self)
{
  GDate today;

  stop_reading (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->reading = g_cancellable_new ();
  coach_app_context_get_today (self->context, &today);
  coach_diary_read_span_async (coach_app_context_get_diary (self->context), &today, &today,
                               self->reading, breaks_read_cb, g_object_ref (self));
}

static void
refreshed_cb (CoachSittingCard *self)
{
  update (self);
  read_breaks (self);
}

static void
failed_cb (CoachSittingCard *self)
{
  self->has_failed = TRUE;
  update (self);
}

/* A window that is put away is not looked at, though it stays mapped. */
static void
update_viewing (CoachSittingCard *self)
{
  CoachReminderLink *link = coach_app_context_get_reminder (self->context);
  gboolean is_seen
      = self->surface != NULL
        && !(gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface)) & GDK_TOPLEVEL_STATE_MINIMIZED);

  if (is_seen == self->is_viewing)
    return;
  self->is_viewing = is_seen;
  if (is_seen)
    coach_reminder_link_begin_viewing (link);
  else
    coach_reminder_link_end_viewing (link);
}

static void
drop_surface (CoachSittingCard *self)
{
  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_data (self->surface, self);
  self->surface = NULL;
  if (self->context != NULL)
    update_viewing (self);
}

static void
take_surface (CoachSittingCard *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  if (GDK_IS_TOPLEVEL (surface))
    {
      self->surface = surface;
      g_signal_connect_swapped (surface, "notify::state", G_CALLBACK (update_viewing), self);
    }
  update_viewing (self);
}

/* What was said of the last press goes with the next one. */
static CoachReminderLink *
get_link (GtkWidget *widget)
{
  CoachSittingCard *self = COACH_SITTING_CARD (widget);

  self->has_failed = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  return coach_app_context_get_reminder (self->context);
}

static void
set_standing_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  coach_reminder_link_set_standing (get_link (widget), g_variant_get_boolean (parameter));
}

static void
begin_break_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  coach_reminder_link_begin_break (get_link (widget), g_variant_get_string (parameter, NULL));
}

static void
end_break_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  coach_reminder_link_end_break (get_link (widget));
}

static void
pause_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  coach_reminder_link_pause (get_link (widget), (guint) g_variant_get_int32 (parameter));
}

static void
resume_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  coach_reminder_link_resume (get_link (widget));
}

static void
switch_on_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  coach_autostart_switch (coach_app_context_get_autostart (COACH_SITTING_CARD (widget)->context),
                          TRUE);
}

/* The person takes what is offered; nothing changes without that. */
static void
take_offer_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CoachSittingCard *self = COACH_SITTING_CARD (widget);
  guint minutes = find_offer (self);

  if (minutes > 0)
    g_settings_set_uint (coach_app_context_get_settings (self->context), "reminder-minutes",
                         minutes);
}

static void
coach_sitting_card_map (GtkWidget *widget)
{
  CoachSittingCard *self = COACH_SITTING_CARD (widget);

  GTK_WIDGET_CLASS (coach_sitting_card_parent_class)->map (widget);

  if (self->context == NULL)
    return;
  self->has_failed = FALSE;
  take_surface (self);
  refreshed_cb (self);
}

static void
coach_sitting_card_unmap (GtkWidget *widget)
{
  drop_surface (COACH_SITTING_CARD (widget));
  stop_reading (COACH_SITTING_CARD (widget));

  GTK_WIDGET_CLASS (coach_sitting_card_parent_class)->unmap (widget);
}

static void
coach_sitting_card_dispose (GObject *object)
{
  CoachSittingCard *self = COACH_SITTING_CARD (object);

  drop_surface (self);
  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_SITTING_CARD);
  g_clear_pointer (&self->state, coach_reminder_card_state_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_sitting_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, bar);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, breaks_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, chair_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, content);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, end_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, headline_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, offer_box);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, offer_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, offer_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, pause_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, resume_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, sitting_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, stand_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, standing_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, status);
  gtk_widget_class_bind_template_child (widget_class, CoachSittingCard, switch_button);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sitting.begin-break", "s", begin_break_cb);
  gtk_widget_class_install_action (widget_class, "sitting.end-break", NULL, end_break_cb);
  gtk_widget_class_install_action (widget_class, "sitting.pause", "i", pause_cb);
  gtk_widget_class_install_action (widget_class, "sitting.resume", NULL, resume_cb);
  gtk_widget_class_install_action (widget_class, "sitting.set-standing", "b", set_standing_cb);
  gtk_widget_class_install_action (widget_class, "sitting.switch-on", NULL, switch_on_cb);
  gtk_widget_class_install_action (widget_class, "sitting.take-offer", NULL, take_offer_cb);
}

static void
coach_sitting_card_class_init (CoachSittingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_sitting_card_dispose;
  widget_class->map = coach_sitting_card_map;
  widget_class->unmap = coach_sitting_card_unmap;

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-sitting-card.ui");
  bind_template (widget_class);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coach_sitting_card_init (CoachSittingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_sitting_card_set_context:
 * @self: a card
 * @context: what pages are given
 *
 * Gives the card its content; called once. From then on it keeps itself up to date.
 */
void
coach_sitting_card_set_context (CoachSittingCard *self,
                                CoachAppContext  *context)
{
  GSettings *settings;

  g_return_if_fail (COACH_IS_SITTING_CARD (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  settings = coach_app_context_get_settings (context);
  g_signal_connect_object (coach_app_context_get_reminder (context), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_reminder (context), "failed",
                           G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_autostart (context), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminders-enabled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminder-minutes", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminder-manner", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
