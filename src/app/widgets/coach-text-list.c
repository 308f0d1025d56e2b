#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-text-list.h"

#include <glib/gi18n.h>

struct _CoachTextList
{
  GtkWidget  parent_instance;

  gboolean   numbered;
};

typedef enum
{
  PROP_NUMBERED = 1,
} CoachTextListProperty;

static GParamSpec *properties[PROP_NUMBERED + 1];

/**
 * CoachTextList:
 *
 * Sentences below each other, with numbers or dots before them.
 */
G_DEFINE_FINAL_TYPE (CoachTextList, coach_text_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_marker (CoachTextList *self,
             guint          number)
{
  g_autofree char *text = NULL;
  GtkWidget *marker;

  /* Translators: the number of a step, and the dot that stands before a sentence in a list */
  text = self->numbered ? g_strdup_printf (C_ ("step number", "%u"), number)
                        : g_strdup (C_ ("list mark", "•"));
  marker = gtk_label_new (text);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_add_css_class (marker, self->numbered ? "step-number" : "list-mark");
  return marker;
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
make_item (CoachTextList *self,
           guint          number,
           const char    *text)
{
  GtkWidget *item;

  item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       "spacing", 12, NULL);
  gtk_box_append (GTK_BOX (item), make_marker (self, number));
  gtk_box_append (GTK_BOX (item), make_text (text));
  return item;
}

static void
clear_items (CoachTextList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
coach_text_list_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachTextList *self = COACH_TEXT_LIST (object);

  switch ((CoachTextListProperty) id)
    {
    case PROP_NUMBERED:
      self->numbered = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_text_list_dispose (GObject *object)
{
  clear_items (COACH_TEXT_LIST (object));

  G_OBJECT_CLASS (coach_text_list_parent_class)->dispose (object);
}

static void
coach_text_list_class_init (CoachTextListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = coach_text_list_set_property;
  object_class->dispose = coach_text_list_dispose;

  properties[PROP_NUMBERED]
      = g_param_spec_boolean ("numbered", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
coach_text_list_init (CoachTextList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 10);
}

/**
 * coach_text_list_set_items:
 * @self: a list
 * @items: (array zero-terminated=1): translated sentences
 *
 * Shows sentences.
 */
void
coach_text_list_set_items (CoachTextList      *self,
                           const char * const *items)
{
  g_return_if_fail (COACH_IS_TEXT_LIST (self));
  g_return_if_fail (items != NULL);

  clear_items (self);
  for (guint i = 0; items[i] != NULL; i++)
    gtk_widget_set_parent (make_item (self, i + 1, items[i]), GTK_WIDGET (self));
}
