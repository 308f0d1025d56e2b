#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pack-card.h"

#include "coach-announcer.h"
#include "coach-digits.h"
#include "coach-pack-card-state.h"
#include "coach-pack-row.h"
#include "coach-reflow-layout.h"
#include "coach-wrap-layout.h"

#define SECOND_US G_USEC_PER_SEC
#define MINUTE_US (60 * (gint64) G_USEC_PER_SEC)

struct _CoachPackCard
{
  GtkWidget        parent_instance;

  CoachAppContext *context; /* (owned) (nullable) until it is set */
  guint            wake_id; /* 0 when no wake is armed */
  char            *told;    /* (owned) (nullable): what the window is called after */

  GtkWidget       *content;
  GtkWidget       *offers;
  CoachPackRow    *heat_row;
  CoachPackRow    *cold_row;
  GtkWidget       *running;
  GtkLabel        *title_label;
  CoachDigits     *digits;
  GtkWidget       *prompt;
  GtkLabel        *headline_label;
  GtkLabel        *prompt_label;
  GtkWidget       *skin_button;
  GtkWidget       *taken_off_button;
};

/**
 * CoachPackCard:
 *
 * Heat and cold: what may be used now, and the pack that is on with what it asks for. What is
 * pressed goes to the actions `app.start-pack`, `app.pack-skin-fine` and `app.pack-taken-off`.
 */
G_DEFINE_FINAL_TYPE (CoachPackCard, coach_pack_card, GTK_TYPE_WIDGET)

static void update (CoachPackCard *self);

static void
disarm (CoachPackCard *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (coach_app_context_get_clock (self->context), self->wake_id);
  self->wake_id = 0;
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachPackCard *self = user_data;

  self->wake_id = 0;
  update (self);
}

/* Looks again after a while, as long as somebody can see it. */
static void
arm (CoachPackCard *self,
     gint64         wait_us)
{
  CoachClock *clock = coach_app_context_get_clock (self->context);

  disarm (self);
  if (wait_us > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->wake_id = coach_clock_add_wake (clock, coach_clock_get_monotonic_us (clock) + wait_us,
                                          wake_due_cb, self);
}

/* Just behind the instant at which another second is shown. */
static gint64
get_rest_of_second (gint64 remaining_us)
{
  return (remaining_us + SECOND_US - 1) % SECOND_US + 1;
}

/* What was refused may be offered when some time has passed. */
static void
update_offers (CoachPackCard *self)
{
  gboolean heat = coach_pack_row_update (self->heat_row);
  gboolean cold = coach_pack_row_update (self->cold_row);

  arm (self, heat && cold ? 0 : MINUTE_US);
}

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
apply (CoachPackCard            *self,
       const CoachPackCardState *state)
{
  gboolean is_over = state->stage == COACH_PACK_TAKE_OFF;

  gtk_label_set_text (self->title_label, state->title);
  coach_digits_set_text (self->digits, state->clock);
  coach_digits_set_words (self->digits, state->words);
  gtk_widget_set_visible (GTK_WIDGET (self->digits), !is_over);
  gtk_label_set_text (self->headline_label, state->headline);
  gtk_label_set_text (self->prompt_label, state->prompt);
  gtk_widget_set_visible (self->prompt, *state->prompt != '\0');
  gtk_widget_set_visible (self->skin_button, state->stage == COACH_PACK_CHECK_SKIN);
  set_css_class (self->taken_off_button, "suggested-action", is_over);
  set_css_class (GTK_WIDGET (self->headline_label), "over", is_over);
}

static void
update_running (CoachPackCard            *self,
                const CoachPackCardState *state)
{
  CoachPackTimer *timer = coach_app_context_get_pack_timer (self->context);

  apply (self, state);
  if (state->stage == COACH_PACK_TAKE_OFF)
    disarm (self);
  else
    arm (self, get_rest_of_second (coach_pack_timer_get_remaining_us (timer)));
}

static void
finish_telling (CoachPackCard *self)
{
  if (self->told != NULL)
    coach_announcer_finish (GTK_WIDGET (self), self->told);
  g_clear_pointer (&self->told, g_free);
}

/* A pack must come off in time also for somebody who does not see that it is time. */
static void
tell (CoachPackCard            *self,
      const CoachPackCardState *state)
{
  g_autofree char *words = NULL;

  if (*state->headline == '\0' || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      finish_telling (self);
      return;
    }
  words = g_strdup_printf ("%s. %s", state->headline, state->prompt);
  if (g_strcmp0 (self->told, words) == 0)
    return;
  coach_announcer_tell (GTK_WIDGET (self), words);
  g_free (self->told);
  self->told = g_steal_pointer (&words);
}

static void
update (CoachPackCard *self)
{
  g_autoptr (CoachPackCardState) state = coach_pack_card_state_from (self->context);
  gboolean is_on = state->stage != COACH_PACK_OFF;

  tell (self, state);
  gtk_widget_set_visible (self->offers, !is_on);
  gtk_widget_set_visible (self->running, is_on);
  if (is_on)
    update_running (self, state);
  else
    update_offers (self);
}

static void
facts_changed_cb (CoachPackCard *self)
{
  update (self);
}

static void
coach_pack_card_map (GtkWidget *widget)
{
  CoachPackCard *self = COACH_PACK_CARD (widget);

  GTK_WIDGET_CLASS (coach_pack_card_parent_class)->map (widget);

  if (self->context != NULL)
    update (self);
}

static void
coach_pack_card_unmap (GtkWidget *widget)
{
  CoachPackCard *self = COACH_PACK_CARD (widget);

  if (self->context != NULL)
    disarm (self);
  finish_telling (self);

  GTK_WIDGET_CLASS (coach_pack_card_parent_class)->unmap (widget);
}

static void
coach_pack_card_dispose (GObject *object)
{
  CoachPackCard *self = COACH_PACK_CARD (object);

  if (self->context != NULL)
    disarm (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PACK_CARD);
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_pack_card_parent_class)->dispose (object);
}

static void
coach_pack_card_class_init (CoachPackCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_pack_card_dispose;
  widget_class->map = coach_pack_card_map;
  widget_class->unmap = coach_pack_card_unmap;

  g_type_ensure (COACH_TYPE_DIGITS);
  g_type_ensure (COACH_TYPE_PACK_ROW);
  g_type_ensure (COACH_TYPE_REFLOW_LAYOUT);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-pack-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, cold_row);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, content);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, digits);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, headline_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, heat_row);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, offers);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, prompt);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, running);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, skin_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, taken_off_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPackCard, title_label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coach_pack_card_init (CoachPackCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_pack_card_set_context:
 * @self: a card
 * @context: what pages are given
 *
 * Gives the card its content; called once. From then on it keeps itself up to date.
 */
void
coach_pack_card_set_context (CoachPackCard   *self,
                             CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_PACK_CARD (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  coach_pack_row_set_context (self->heat_row, context);
  coach_pack_row_set_context (self->cold_row, context);
  g_signal_connect_object (coach_app_context_get_pack_timer (context), "changed",
                           G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (facts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_settings (context), "changed::heat-minutes",
                           G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_settings (context), "changed::cold-minutes",
                           G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
