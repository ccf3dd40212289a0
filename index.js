// n8n finds the nodes through the "n8n" field of package.json; this file only gives `main` a target.
