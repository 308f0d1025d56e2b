#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-places.h"

struct _CoachPlaces
{
  GObject  parent_instance;

  char    *catalog_dir; /* (owned): the content, read only */
  char    *media_dir;   /* (owned): holds clips/, sounds/ and stills/, read only */
  char    *data_dir;    /* (owned): what the person's own data is kept in */
  char    *config_dir;  /* (owned): the person's folder of settings, shared by all programs */
};

/**
 * CoachPlaces:
 *
 * The folders of the program: its content, its media, and the person's data.
 */
G_DEFINE_FINAL_TYPE (CoachPlaces, coach_places, G_TYPE_OBJECT)

/* Ids and key names come from content files: only plain names may become part of a path. */
static char *
slug_from (const char *name)
{
  g_autofree char *slug = g_ascii_strdown (name, -1);

  for (char *c = slug; *c != '\0'; c++)
    {
      if (*c == ' ')
        *c = '-';
      else if (!g_ascii_isalnum (*c) && *c != '-')
        return NULL;
    }
  return g_steal_pointer (&slug);
}

static char *
find_media (CoachPlaces *self,
            const char  *folder,
            const char  *name,
            const char  *file)
{
  g_autofree char *path = g_build_filename (self->media_dir, folder, name, file, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/* A file of its own name in a folder of its kind. */
static char *
find_single (CoachPlaces *self,
             const char  *folder,
             const char  *name,
             const char  *ending)
{
  g_autofree char *slug = slug_from (name);
  g_autofree char *file = NULL;

  if (slug == NULL)
    return NULL;
  file = g_strconcat (slug, ending, NULL);
  return find_media (self, folder, file, NULL);
}

/* KEY and what tells one kind of its pictures from the others make the name of a file. */
static char *
find_key_picture (CoachPlaces *self,
                  const char  *move_id,
                  const char  *key_name,
                  const char  *ending)
{
  g_autofree char *slug = slug_from (move_id);
  g_autofree char *key = slug_from (key_name);
  g_autofree char *file = NULL;

  if (slug == NULL || key == NULL)
    return NULL;
  file = g_strconcat (key, ending, NULL);
  return find_media (self, "stills", slug, file);
}

static void
coach_places_finalize (GObject *object)
{
  CoachPlaces *self = COACH_PLACES (object);

  g_free (self->catalog_dir);
  g_free (self->media_dir);
  g_free (self->data_dir);
  g_free (self->config_dir);

  G_OBJECT_CLASS (coach_places_parent_class)->finalize (object);
}

static void
coach_places_class_init (CoachPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_places_finalize;
}

static void
coach_places_init (CoachPlaces *self)
{
}

/**
 * coach_places_new:
 * @catalog_dir: the folder of the catalogue
 * @media_dir: the folder that holds `clips`, `sounds` and `stills`
 * @data_dir: the folder of the person's own data; made when first written to
 *
 * Names the folders. The one of settings is within that of the data, so that nothing of anybody's
 * desktop is touched.
 *
 * Returns: (transfer full): the places
 */
CoachPlaces *
coach_places_new (const char *catalog_dir,
                  const char *media_dir,
                  const char *data_dir)
{
  CoachPlaces *self = g_object_new (COACH_TYPE_PLACES, NULL);

  self->catalog_dir = g_strdup (catalog_dir);
  self->media_dir = g_strdup (media_dir);
  self->data_dir = g_strdup (data_dir);
  self->config_dir = g_build_filename (data_dir, "config", NULL);
  return self;
}

/**
 * coach_places_new_for_system:
 *
 * Names the folders of the installed program. A build tree is used in place when the environment
 * gives `LOWTIDE_CATALOG_DIR` and `LOWTIDE_MEDIA_DIR`, as `meson devenv` does.
 *
 * Returns: (transfer full): the places
 */
CoachPlaces *
coach_places_new_for_system (void)
{
  const char *catalog = g_getenv ("LOWTIDE_CATALOG_DIR");
  const char *media = g_getenv ("LOWTIDE_MEDIA_DIR");
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "lowtide", NULL);
  CoachPlaces *self = coach_places_new (catalog != NULL ? catalog : PKGDATADIR "/catalog",
                                        media != NULL ? media : PKGDATADIR, data);

  g_free (self->config_dir);
  self->config_dir = g_strdup (g_get_user_config_dir ());
  return self;
}

/**
 * coach_places_get_locale_dir:
 *
 * Gets the folder of the translations, for bindtextdomain(). `LOWTIDE_LOCALE_DIR` in the environment
 * names another one than the installed.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_places_get_locale_dir (void)
{
  const char *folder = g_getenv ("LOWTIDE_LOCALE_DIR");

  return folder != NULL ? folder : LOCALEDIR;
}

/**
 * coach_places_get_catalog_dir:
 * @self: the places
 *
 * Gets the folder of the catalogue.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_places_get_catalog_dir (CoachPlaces *self)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);

  return self->catalog_dir;
}

/**
 * coach_places_get_media_dir:
 * @self: the places
 *
 * Gets the folder that holds the clips, sounds and stills.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_places_get_media_dir (CoachPlaces *self)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);

  return self->media_dir;
}

/**
 * coach_places_get_data_dir:
 * @self: the places
 *
 * Gets the folder of the person's own data, which may not exist yet.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_places_get_data_dir (CoachPlaces *self)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);

  return self->data_dir;
}

/**
 * coach_places_get_config_dir:
 * @self: the places
 *
 * Gets the person's folder of settings, which holds `autostart`. It may not exist yet.
 *
 * Returns: (transfer none): a path
 */
const char *
coach_places_get_config_dir (CoachPlaces *self)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);

  return self->config_dir;
}

/**
 * coach_places_find_clip:
 * @self: the places
 * @move_id: the id of a movement or a move to avoid
 *
 * Looks for the clip of a move, `clips/ID.webm`. Clips show the left side at work.
 *
 * Returns: (transfer full) (nullable): the path of an existing file
 */
char *
coach_places_find_clip (CoachPlaces *self,
                        const char  *move_id)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);
  g_return_val_if_fail (move_id != NULL, NULL);

  return find_single (self, "clips", move_id, ".webm");
}

/**
 * coach_places_find_still:
 * @self: the places
 * @move_id: the id of a movement or a move to avoid
 * @key_name: the name of one key of its animation, such as "Hold"
 *
 * Looks for the picture of one key position, `stills/ID/KEY.jpg`. It shows the middle of the clip,
 * as wide as four thirds of its height.
 *
 * Returns: (transfer full) (nullable): the path of an existing file
 */
char *
coach_places_find_still (CoachPlaces *self,
                         const char  *move_id,
                         const char  *key_name)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);
  g_return_val_if_fail (move_id != NULL && key_name != NULL, NULL);

  return find_key_picture (self, move_id, key_name, ".jpg");
}

/**
 * coach_places_find_line_still:
 * @self: the places
 * @move_id: the id of a movement or a move to avoid
 * @key_name: the name of one key of its animation, such as "Hold"
 *
 * Looks for the line drawing of one key position, `stills/ID/KEY-lines.png`: what is put on paper,
 * where a picture would cost toner and turn grey.
 *
 * Returns: (transfer full) (nullable): the path of an existing file
 */
char *
coach_places_find_line_still (CoachPlaces *self,
                              const char  *move_id,
                              const char  *key_name)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);
  g_return_val_if_fail (move_id != NULL && key_name != NULL, NULL);

  return find_key_picture (self, move_id, key_name, "-lines.png");
}

/**
 * coach_places_find_poster:
 * @self: the places
 * @move_id: the id of a movement or a move to avoid
 *
 * Looks for the small picture that stands for a move among others, `stills/ID/poster.jpg`.
 *
 * Returns: (transfer full) (nullable): the path of an existing file
 */
char *
coach_places_find_poster (CoachPlaces *self,
                          const char  *move_id)
{
  g_autofree char *slug = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);
  g_return_val_if_fail (move_id != NULL, NULL);

  slug = slug_from (move_id);
  return slug != NULL ? find_media (self, "stills", slug, "poster.jpg") : NULL;
}

/**
 * coach_places_find_sound:
 * @self: the places
 * @name: the name of a sound, such as "bell"
 *
 * Looks for a sound, `sounds/NAME.ogg`.
 *
 * Returns: (transfer full) (nullable): the path of an existing file
 */
char *
coach_places_find_sound (CoachPlaces *self,
                         const char  *name)
{
  g_return_val_if_fail (COACH_IS_PLACES (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return find_single (self, "sounds", name, ".ogg");
}
