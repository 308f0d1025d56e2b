#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hurts-dialog.h"

#include <glib/gi18n.h>

#include "coach-hurts-dialog-keys-private.h"
#include "coach-hurts-dialog-state.h"
#include "coach-wrap-layout.h"

/* In a window less wide than this, in sizes of the font, the letters are less large, so that all
 * answers are in sight. */
#define NARROW_EMS 33

struct _CoachHurtsDialog
{
  AdwWindow             parent_instance;

  CoachCatalog         *catalog;       /* (owned) (not nullable), given at construction */
  CoachClock           *clock;         /* (owned) (not nullable), given at construction */
  CoachMovement        *movement;      /* (owned) (not nullable), given at construction */
  CoachPain             before;        /* valid with has_before */
  gboolean              has_before;
  CoachSide             side;
  gboolean              in_session;

  CoachHurtsState       hurts;         /* what was answered so far */
  CoachHurtsDialogKeys *keys;          /* (owned) (nullable): NULL once disposed */
  gint64                wait_began_us; /* monotonic; valid while waiting */
  guint                 wake_id;       /* 0 when no wake is armed */

  GtkButton            *leave_button;
  GtkLabel             *question_label;
  GtkLabel             *text_label;
  GtkWidget            *wait_box;
  GtkLabel             *seconds_label;
  GtkLabel             *breath_label;
  GtkBox               *choices;
  GtkBox               *scores;
};

typedef enum
{
  SIGNAL_DECIDED,
} CoachHurtsDialogSignal;

static guint signals[SIGNAL_DECIDED + 1];

/**
 * CoachHurtsDialog:
 *
 * "It hurts": one question a screen, in buttons that can be read and hit from the floor, each with
 * its key, which gives its answer only when it is pressed and released alone. Leaving it by Escape
 * is an answer too. In a session the desktop can close it without one; the session stands still
 * then.
 */
G_DEFINE_FINAL_TYPE (CoachHurtsDialog, coach_hurts_dialog, ADW_TYPE_WINDOW)

static void update_widgets (CoachHurtsDialog *self);
static void arm_wake (CoachHurtsDialog *self);

static void
answer (CoachHurtsDialog *self,
        CoachHurtsEvent   event,
        guint             value)
{
  g_autoptr (CoachHurtsDialog) held G_GNUC_UNUSED = g_object_ref (self);
  CoachHurtsStage stage = self->hurts.stage;

  self->hurts = coach_hurts_state_after (&self->hurts, self->catalog,
                                         self->has_before ? &self->before : NULL, self->side,
                                         event, value);
  if (self->hurts.stage == stage)
    return;
  if (self->hurts.stage == COACH_HURTS_SETTLE)
    self->wait_began_us = coach_clock_get_monotonic_us (self->clock);
  if (self->hurts.stage != COACH_HURTS_DONE)
    {
      update_widgets (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
choice_clicked_cb (CoachHurtsDialog *self,
                   GtkButton        *button)
{
  guint event = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "event"));
  guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "value"));

  answer (self, (CoachHurtsEvent) event, value);
}

static GtkWidget *
make_key_label (guint key)
{
  g_autofree char *text = g_strdup_printf ("%u", key);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "key");
  return label;
}

static GtkWidget *
make_face (const char *text,
           guint       key)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (face), make_key_label (key));
  gtk_box_append (GTK_BOX (face), label);
  return face;
}

/* A screen reader that comes to the button reads the question with it. */
static void
add_button (CoachHurtsDialog       *self,
            GtkBox                 *box,
            GtkWidget              *button,
            const CoachHurtsChoice *choice)
{
  g_object_set_data (G_OBJECT (button), "event", GUINT_TO_POINTER (choice->event));
  g_object_set_data (G_OBJECT (button), "value", GUINT_TO_POINTER (choice->value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->question_label, NULL, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "answer");
  gtk_box_append (box, button);
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_choices (CoachHurtsDialog            *self,
              const CoachHurtsDialogState *state)
{
  GtkBox *box = state->asks_score ? self->scores : self->choices;

  empty_box (self->choices);
  empty_box (self->scores);
  for (guint i = 0; i < state->choices->len; i++)
    {
      const CoachHurtsChoice *choice = &g_array_index (state->choices, CoachHurtsChoice, i);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), state->asks_score
                                                     ? gtk_label_new (choice->label)
                                                     : make_face (choice->label, i + 1));
      add_button (self, box, button, choice);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scores), state->asks_score);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), !state->asks_score);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (box)));
}

static guint
get_wait_s (CoachHurtsDialog *self)
{
  return coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (self->catalog))->settle_s;
}

static void
update_wait (CoachHurtsDialog *self)
{
  gint64 passed_us = coach_clock_get_monotonic_us (self->clock) - self->wait_began_us;
  guint passed_s = (guint) (passed_us / G_USEC_PER_SEC);
  guint left_s = get_wait_s (self) - MIN (passed_s, get_wait_s (self));
  g_autofree char *seconds = g_strdup_printf (C_("seconds left", "%u"), left_s);
  g_autofree char *words = NULL;

  words = g_strdup_printf (ngettext ("%u second left", "%u seconds left", left_s), left_s);
  gtk_label_set_text (self->seconds_label, seconds);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seconds_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_label_set_text (self->breath_label, left_s > 0 ? coach_hurts_dialog_get_breath (passed_s)
                                                     : _("The minute is over"));
  if (left_s > 0)
    arm_wake (self);
}

static void
disarm_wake (CoachHurtsDialog *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

static void
second_passed_cb (CoachClock *clock,
                  gpointer    user_data)
{
  CoachHurtsDialog *self = COACH_HURTS_DIALOG (user_data);

  self->wake_id = 0;
  update_wait (self);
}

static void
arm_wake (CoachHurtsDialog *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);
  gint64 passed_us = now_us - self->wait_began_us;

  disarm_wake (self);
  self->wake_id = coach_clock_add_wake (self->clock,
                                        now_us + G_USEC_PER_SEC - passed_us % G_USEC_PER_SEC,
                                        second_passed_cb, self);
}

static void
update_widgets (CoachHurtsDialog *self)
{
  g_autoptr (CoachHurtsDialogState) state = NULL;

  state = coach_hurts_dialog_state_new (self->catalog, &self->hurts, self->movement,
                                        self->in_session);
  gtk_window_set_title (GTK_WINDOW (self), state->question);
  gtk_label_set_text (self->question_label, state->question);
  gtk_label_set_text (self->text_label, state->text != NULL ? state->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), state->text != NULL);
  gtk_widget_set_visible (self->wait_box, state->counts_down);
  show_choices (self, state);
  disarm_wake (self);
  if (state->counts_down)
    update_wait (self);
}

static void
leave_cb (CoachHurtsDialog *self)
{
  answer (self, COACH_HURTS_EVENT_LEAVE, 0);
}

static GtkWidget *
get_child (GtkBox *box,
           int     index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* In a session the desktop's own keys decide nothing: the session stands still, and what to do can
 * be chosen from there. Outside of it, the button in the corner leaves like Escape. */
static gboolean
coach_hurts_dialog_close_request (GtkWindow *window)
{
  CoachHurtsDialog *self = COACH_HURTS_DIALOG (window);

  if (self->in_session)
    return GTK_WINDOW_CLASS (coach_hurts_dialog_parent_class)->close_request (window);
  leave_cb (self);
  return TRUE;
}

static void
coach_hurts_dialog_dispose (GObject *object)
{
  CoachHurtsDialog *self = COACH_HURTS_DIALOG (object);

  g_clear_pointer (&self->keys, coach_hurts_dialog_keys_free);
  if (self->clock != NULL)
    disarm_wake (self);
  g_clear_object (&self->movement);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (coach_hurts_dialog_parent_class)->dispose (object);
}

static void
coach_hurts_dialog_class_init (CoachHurtsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_hurts_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = coach_hurts_dialog_close_request;

  /**
   * CoachHurtsDialog::decided:
   *
   * All is answered, or the dialog was left: [method@HurtsDialog.get_state] has what follows. It
   * closes by itself.
   */
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-hurts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, breath_label);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, leave_button);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, question_label);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, scores);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, seconds_label);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, CoachHurtsDialog, wait_box);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
coach_hurts_dialog_init (CoachHurtsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return pango_font_description_get_size (pango_context_get_font_description (context))
         / PANGO_SCALE;
}

/* As large as the window it stands over, up to its own size. */
static void
fit_size (CoachHurtsDialog *self,
          GtkWindow        *parent)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    {
      width = MIN (width, gtk_widget_get_width (GTK_WIDGET (parent)));
      height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (width < NARROW_EMS * get_font_size (GTK_WIDGET (self)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
}

/**
 * coach_hurts_dialog_new:
 * @parent: (nullable): the window of the session or the move
 * @catalog: the catalogue
 * @clock: where the time comes from
 * @movement: what hurts
 * @facts: what the answers are judged by; copied
 *
 * Makes the dialog, at its first question.
 *
 * Returns: (transfer none): the dialog; GTK owns it until it is closed
 */
CoachHurtsDialog *
coach_hurts_dialog_new (GtkWindow             *parent,
                        CoachCatalog          *catalog,
                        CoachClock            *clock,
                        CoachMovement         *movement,
                        const CoachHurtsFacts *facts)
{
  CoachHurtsDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (COACH_IS_MOVEMENT (movement), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (COACH_TYPE_HURTS_DIALOG, "transient-for", parent, NULL);
  self->catalog = g_object_ref (catalog);
  self->clock = g_object_ref (clock);
  self->movement = g_object_ref (movement);
  self->has_before = facts->before != NULL;
  if (self->has_before)
    self->before = *facts->before;
  self->side = facts->side;
  self->in_session = facts->in_session;
  self->hurts.was_amber = facts->was_amber;
  gtk_button_set_label (self->leave_button, facts->in_session ? _("Stop the session")
                                                              : _("Close"));
  self->keys = coach_hurts_dialog_keys_new (self, clock, facts->in_session);
  fit_size (self, parent);
  update_widgets (self);
  return self;
}

/**
 * coach_hurts_dialog_get_state:
 * @self: a dialog
 *
 * Gets what was answered, and what follows.
 *
 * Returns: (transfer none): the state
 */
const CoachHurtsState *
coach_hurts_dialog_get_state (CoachHurtsDialog *self)
{
  g_return_val_if_fail (COACH_IS_HURTS_DIALOG (self), NULL);

  return &self->hurts;
}

/**
 * coach_hurts_dialog_press:
 * @self: a dialog
 * @key: a key that was meant
 *
 * Gives the answer of a key, or that of the button that has the focus.
 */
void
coach_hurts_dialog_press (CoachHurtsDialog *self,
                          guint             key)
{
  gboolean asks_score = gtk_widget_get_visible (GTK_WIDGET (self->scores));
  int number = coach_hurts_dialog_keys_get_number (key);
  GtkWidget *button;

  if (key == GDK_KEY_Escape)
    {
      leave_cb (self);
      return;
    }
  if (number < 0)
    button = gtk_window_get_focus (GTK_WINDOW (self));
  else
    button = asks_score ? get_child (self->scores, number)
                        : get_child (self->choices, number > 0 ? number - 1 : G_MAXINT);
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
}
