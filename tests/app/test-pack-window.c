/* The questions before a pack: only yes to all of them lets one be put on. */
#include <adwaita.h>

#include "coach-pack-window.h"

typedef struct
{
  CoachCatalog   *catalog; /* (owned) */
  CoachPackOffer  offer;
  GtkWidget      *window;  /* (nullable): until it is closed */
  guint           agreed;
  guint           asked;   /* for the questions about numbness that is new */
} Fixture;

static char *no_sentences[] = { NULL };
static char *pregnancy[] = { (char *) "In pregnancy: warm only.", NULL };

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->offer = (CoachPackOffer) {
    .kind = COACH_PACK_HEAT, .minutes = 15, .refusals = no_sentences, .notes = no_sentences
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->window);
  g_assert_finalize_object (fixture->catalog);
}

static void
agreed_cb (Fixture *fixture,
           int      kind)
{
  g_assert_cmpint (kind, ==, fixture->offer.kind);
  fixture->agreed++;
}

static void
new_numbness_cb (Fixture *fixture)
{
  fixture->asked++;
}

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window,
                      coach_pack_window_new (NULL,
                                             coach_catalog_get_safety_guide (fixture->catalog),
                                             &fixture->offer));
  g_signal_connect_swapped (fixture->window, "agreed", G_CALLBACK (agreed_cb), fixture);
  g_signal_connect_swapped (fixture->window, "new-numbness", G_CALLBACK (new_numbness_cb),
                            fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
answer (Fixture  *fixture,
        gboolean  yes)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, yes ? "pack.say-yes" : "pack.say-no",
                                             NULL));
}

/* The first label that is shown and has the text somewhere in it. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define assert_shown(fixture, text) g_assert_nonnull (find_text ((fixture)->window, text))
#define assert_hidden(fixture, text) g_assert_null (find_text ((fixture)->window, text))

static void
test_yes (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_test_summary ("What speaks against a pack and how it is used stand beside the question");
  show (fixture);
  assert_shown (fixture, "Can you feel warm and cold normally there?");
  assert_shown (fixture, "diabetes with nerve trouble");
  assert_shown (fixture, "A knock or a fall");
  assert_shown (fixture, "Not a hot-water bottle");
  assert_hidden (fixture, "Raynaud");
  answer (fixture, TRUE);
  g_assert_cmpuint (fixture->agreed, ==, 1);
  g_assert_null (fixture->window);
}

static void
test_no (Fixture       *fixture,
         gconstpointer  user_data)
{
  g_test_summary ("A no starts nothing and says why");
  show (fixture);
  answer (fixture, FALSE);
  assert_shown (fixture, "may not notice a burn");
  assert_hidden (fixture, "Can you feel");
  assert_hidden (fixture, "Yes");
  g_assert_true (gtk_widget_activate_action (fixture->window, "window.close", NULL));
  g_assert_null (fixture->window);
  g_assert_cmpuint (fixture->asked, ==, 0);

  show (fixture);
  answer (fixture, FALSE);
  assert_shown (fixture, "The numbness is new");
  g_assert_true (gtk_widget_activate_action (fixture->window, "pack.say-new", NULL));
  g_assert_null (fixture->window);
  g_assert_cmpuint (fixture->asked, ==, 1);
  g_assert_cmpuint (fixture->agreed, ==, 0);
}

static void
test_skin (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("After the other kind the skin comes first, and both must be a yes");
  fixture->offer.kind = COACH_PACK_COLD;
  fixture->offer.asks_skin = TRUE;
  show (fixture);
  assert_shown (fixture, "back to normal after the warm pack?");
  assert_hidden (fixture, "Raynaud");
  answer (fixture, TRUE);
  g_assert_cmpuint (fixture->agreed, ==, 0);
  assert_shown (fixture, "Raynaud");
  answer (fixture, TRUE);
  g_assert_cmpuint (fixture->agreed, ==, 1);

  show (fixture);
  answer (fixture, FALSE);
  assert_shown (fixture, "Wait until the skin is back to normal");
  assert_hidden (fixture, "The numbness is new");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_cmpuint (fixture->agreed, ==, 1);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("What this person is to keep to is said as well");
  fixture->offer.notes = pregnancy;
  show (fixture);
  assert_shown (fixture, "In pregnancy: warm only.");
}

#define add_window(name, test) \
  g_test_add ("/app/pack-window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_window ("yes", test_yes);
  add_window ("no", test_no);
  add_window ("skin", test_skin);
  add_window ("notes", test_notes);

  return g_test_run ();
}
