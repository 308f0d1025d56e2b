#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-checkin-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "coach-body-form.h"
#include "coach-checkin-state.h"
#include "coach-wrap-layout.h"

struct _CoachCheckinPage
{
  GtkWidget          parent_instance;

  CoachAppContext   *context;     /* (owned) (not nullable), given at construction */
  CoachCheckinState *state;       /* (owned) (nullable) until constructed */
  char              *edited;      /* (owned) (nullable): the check-in that is put right */
  char              *to_remove;   /* (owned) (nullable): the one that one more press removes */

  GtkWidget         *content;
  GtkScrolledWindow *scroller;
  GtkLabel          *title_label;
  GtkWidget         *last_box;
  GtkLabel          *last_time_label;
  GtkLabel          *last_words_label;
  GtkButton         *same_button;
  GtkLabel          *question_label;
  CoachBodyForm     *form;
  GtkWidget         *entries_box;
  GtkListBox        *entries_list;
  GtkWidget         *cancel_button;
  GtkWidget         *save_button;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachCheckinPageProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

typedef enum
{
  SIGNAL_SAVED,
} CoachCheckinPageSignal;

static guint signals[SIGNAL_SAVED + 1];

/**
 * CoachCheckinPage:
 *
 * A check-in: one press when it is as the last time, or the body map and the list of its zones. The
 * check-ins of today can be put right or removed.
 */
G_DEFINE_FINAL_TYPE (CoachCheckinPage, coach_checkin_page, GTK_TYPE_WIDGET)

static void update_widgets (CoachCheckinPage *self);

static const CoachCheckinEntry *
get_edited (CoachCheckinPage *self)
{
  return self->edited != NULL ? coach_checkin_state_find_entry (self->state, self->edited) : NULL;
}

static void
scroll_to_top (CoachCheckinPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
begin_anew (CoachCheckinPage *self)
{
  const CoachPain nothing = { 0 };

  g_clear_pointer (&self->edited, g_free);
  coach_body_form_set_pain (self->form, &nothing);
  update_widgets (self);
}

/* The diary changes and the page may go with what listens: what is used of it is held. */
static void
save (CoachCheckinPage *self,
      const CoachPain  *pain)
{
  g_autoptr (CoachCheckinPage) held G_GNUC_UNUSED = g_object_ref (self);
  g_autofree char *edited = g_strdup (self->edited);
  const char *reason;

  reason = coach_checkin_state_save (self->context, edited, pain);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, reason);
}

static void
same_clicked_cb (CoachCheckinPage *self)
{
  CoachPain last = self->state->last;

  save (self, &last);
}

static void
save_clicked_cb (CoachCheckinPage *self)
{
  CoachPain pain = *coach_body_form_get_pain (self->form);

  save (self, &pain);
}

static void
cancel_clicked_cb (CoachCheckinPage *self)
{
  begin_anew (self);
  scroll_to_top (self);
}

static void
edit_clicked_cb (CoachCheckinPage *self,
                 GtkWidget        *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "checkin"));
  const CoachCheckinEntry *entry = coach_checkin_state_find_entry (self->state, id);

  g_return_if_fail (entry != NULL);

  g_free (self->edited);
  self->edited = g_steal_pointer (&id);
  coach_body_form_set_pain (self->form, &entry->pain);
  update_widgets (self);
  scroll_to_top (self);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

/* Once to be asked, twice to do it. */
static void
remove_clicked_cb (CoachCheckinPage *self,
                   GtkButton        *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "checkin"));

  if (g_strcmp0 (self->to_remove, id) != 0)
    {
      g_free (self->to_remove);
      self->to_remove = g_steal_pointer (&id);
      gtk_button_set_label (button, _("Really remove"));
      gtk_widget_add_css_class (GTK_WIDGET (button), "destructive-action");
      return;
    }
  g_clear_pointer (&self->to_remove, g_free);
  if (g_strcmp0 (self->edited, id) == 0)
    begin_anew (self);
  coach_diary_remove_checkin (coach_app_context_get_diary (self->context), id);
  update_widgets (self);
}

static GtkWidget *
make_button (CoachCheckinPage        *self,
             const CoachCheckinEntry *entry,
             const char              *label,
             GCallback                clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "checkin", g_strdup (entry->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  entry->time, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_entry (CoachCheckinPage        *self,
           const CoachCheckinEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (buttons, coach_wrap_layout_new (9));
  gtk_box_append (GTK_BOX (buttons),
                  make_button (self, entry, _("Put right"), G_CALLBACK (edit_clicked_cb)));
  gtk_box_append (GTK_BOX (buttons),
                  make_button (self, entry, _("Remove"), G_CALLBACK (remove_clicked_cb)));
  gtk_widget_add_css_class (box, "row-text");
  gtk_box_append (GTK_BOX (box), make_label (entry->time, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (entry->words, "body"));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->entries_list, row);
}

static void
update_entries (CoachCheckinPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->entries_list))) != NULL)
    gtk_list_box_remove (self->entries_list, child);
  for (guint i = 0; i < self->state->entries->len; i++)
    add_entry (self, g_ptr_array_index (self->state->entries, i));
  gtk_widget_set_visible (self->entries_box, self->state->entries->len > 0);
}

static void
update_last (CoachCheckinPage *self)
{
  const CoachCheckinState *state = self->state;

  gtk_widget_set_visible (self->last_box, state->has_last && self->edited == NULL);
  if (!state->has_last)
    return;
  gtk_label_set_text (self->last_time_label, state->last_time);
  gtk_label_set_text (self->last_words_label, state->last_words);
  gtk_button_set_label (self->same_button, state->same);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->same_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->last_words, -1);
}

static void
update_title (CoachCheckinPage *self)
{
  const CoachCheckinEntry *entry = get_edited (self);
  g_autofree char *title = NULL;

  if (entry != NULL)
    /* Translators: the time of a check-in, as in "The check-in of 08:15" */
    title = g_strdup_printf (_("The check-in of %s"), entry->time);
  gtk_label_set_text (self->title_label, title != NULL ? title : _("Where does it hurt?"));
  gtk_widget_set_visible (self->cancel_button, entry != NULL);
}

static void
update_widgets (CoachCheckinPage *self)
{
  g_clear_pointer (&self->state, coach_checkin_state_free);
  self->state = coach_checkin_state_new (self->context);
  if (self->edited != NULL && get_edited (self) == NULL)
    g_clear_pointer (&self->edited, g_free);
  update_title (self);
  update_last (self);
  update_entries (self);
}

static void
coach_checkin_page_constructed (GObject *object)
{
  CoachCheckinPage *self = COACH_CHECKIN_PAGE (object);
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachPainGuide *guide = coach_catalog_get_pain_guide (catalog);

  G_OBJECT_CLASS (coach_checkin_page_parent_class)->constructed (object);

  coach_body_form_set_guide (self->form, guide);
  gtk_label_set_text (self->question_label, coach_pain_guide_get_score_question (guide));
  update_widgets (self);
}

static void
coach_checkin_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CoachCheckinPage *self = COACH_CHECKIN_PAGE (object);

  switch ((CoachCheckinPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_checkin_page_dispose (GObject *object)
{
  CoachCheckinPage *self = COACH_CHECKIN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_CHECKIN_PAGE);
  g_clear_pointer (&self->state, coach_checkin_state_free);
  g_clear_pointer (&self->edited, g_free);
  g_clear_pointer (&self->to_remove, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_checkin_page_parent_class)->dispose (object);
}

static void
install_signals (CoachCheckinPageClass *klass)
{
  /**
   * CoachCheckinPage::saved:
   * @reason: (nullable): why warning-sign questions follow at once
   *
   * A check-in was put down.
   */
  signals[SIGNAL_SAVED]
      = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COACH_TYPE_BODY_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-checkin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, last_box);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, last_time_label);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, last_words_label);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, same_button);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, form);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, entries_box);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, entries_list);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckinPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, same_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
coach_checkin_page_class_init (CoachCheckinPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = coach_checkin_page_constructed;
  object_class->set_property = coach_checkin_page_set_property;
  object_class->dispose = coach_checkin_page_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals (klass);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
coach_checkin_page_init (CoachCheckinPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_checkin_page_new:
 * @context: the person and the diary
 *
 * Makes a page that puts check-ins down.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_checkin_page_new (CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_CHECKIN_PAGE, "context", context, NULL);
}
